package org.conductregister.eventstore.stored;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes facts as JSON under stored names of the register's own, so that a Java class can be renamed and moved, and
 * metadata as a flat JSON object of strings.
 *
 * <p>An event whose stored type is not known is an {@link UnknownStoredTypeException}, never skipped.
 */
public final class FactSerializer implements Serializer {

    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);

    private record Form(SerializedType type, ObjectWriter writer) {}

    private record Fact(Class<?> type, ObjectReader reader) {}

    private record KnownMetadata(String json, MetaData metadata) {}

    private final Map<Class<?>, Form> forms;
    private final Map<StoredType, Fact> facts;
    private final ObjectReader metadataReader;
    private final ObjectWriter metadataWriter;
    private final ChainingConverter converter = new ChainingConverter();

    /** The metadata read last: entries that one import recorded have the same, one after another. */
    private volatile @Nullable KnownMetadata lastMetadata;

    /**
     * @param json writes and reads the facts
     * @param types the one class for each stored type, and the one stored type in which each class is written
     */
    public FactSerializer(JsonMapper json, Map<StoredType, Class<?>> types) {
        this.forms = types.entrySet().stream().collect(toMap(Map.Entry::getValue, entry -> form(json, entry)));
        this.facts = types.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, entry -> new Fact(entry.getValue(), json.readerFor(entry.getValue()))));
        this.metadataReader = json.readerFor(new TypeReference<LinkedHashMap<String, String>>() {});
        this.metadataWriter = json.writerFor(Map.class);
        converter.registerConverter(new JsonNodeToByteArrayConverter(json));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(json));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    private static Form form(JsonMapper json, Map.Entry<StoredType, Class<?>> entry) {
        StoredType type = entry.getKey();
        return new Form(new SimpleSerializedType(type.name(), type.revision()), json.writerFor(entry.getValue()));
    }

    /** @throws SerializationException if the class has no stored type, or metadata holds other than strings */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        Objects.requireNonNull(object, "There is no event without a fact");
        SerializedType type = typeForClass(object.getClass());
        String json = write(object);
        return new SimpleSerializedObject<>(
                converter.convert(json, String.class, expectedRepresentation), expectedRepresentation, type);
    }

    private String write(Object object) {
        try {
            return object instanceof MetaData metadata
                    ? metadataWriter.writeValueAsString(stringsOnly(metadata))
                    : formOf(object.getClass()).writer().writeValueAsString(object);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "Could not be written as JSON: " + object.getClass().getName(), e);
        }
    }

    private static Map<String, ?> stringsOnly(MetaData metadata) {
        metadata.forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw new SerializationException("Metadata are strings, but not that of the key " + key);
            }
        });
        return metadata;
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(String.class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        SerializedType type = serializedObject.getType();
        try {
            return METADATA.getName().equals(type.getName())
                    ? (T) metadata(serializedObject)
                    : (T) read(factOf(type).reader(), serializedObject);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "The JSON does not fit the stored type " + type.getName() + " revision " + type.getRevision(), e);
        }
    }

    private MetaData metadata(SerializedObject<?> serialized) {
        if (!(serialized.getData() instanceof String json)) {
            return MetaData.from(
                    serialized.getData() instanceof JsonNode tree
                            ? metadataReader.readValue(tree)
                            : metadataReader.readValue(text(serialized)));
        }
        var last = lastMetadata;
        if (last == null || !last.json().equals(json)) {
            last = new KnownMetadata(json, MetaData.from(metadataReader.readValue(json)));
            lastMetadata = last;
        }
        return last.metadata();
    }

    private Object read(ObjectReader reader, SerializedObject<?> serializedObject) {
        return serializedObject.getData() instanceof JsonNode tree
                ? reader.readValue(tree)
                : reader.readValue(text(serializedObject));
    }

    private String text(SerializedObject<?> serializedObject) {
        return converter.convert(serializedObject, String.class).getData();
    }

    /** @throws UnknownStoredTypeException if no fact is stored so */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return METADATA.getName().equals(type.getName())
                ? MetaData.class
                : factOf(type).type();
    }

    /** @throws SerializationException if the class has no stored type */
    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type == MetaData.class ? METADATA : formOf(type).type();
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private Form formOf(@Nullable Class<?> type) {
        Form form = forms.get(type);
        if (form == null) {
            throw new SerializationException("No stored type is known for " + type);
        }
        return form;
    }

    private Fact factOf(SerializedType type) {
        Fact fact = type.getRevision() == null ? null : facts.get(new StoredType(type.getName(), type.getRevision()));
        if (fact == null) {
            throw new UnknownStoredTypeException(type.getName(), type.getRevision());
        }
        return fact;
    }
}
