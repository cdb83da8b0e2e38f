package org.conductregister.query.statistics.history;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.ValueDictionary;
import org.conductregister.query.statistics.column.VarintReader;
import org.conductregister.query.statistics.column.VarintWriter;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Encodes facts in few bytes: the number of the type, then each field as a varint code. Confidential fields and references are
 * left out, as no count depends on them; another value stands for one that is required. One thread encodes and decodes; any thread may save an
 * {@link Image}.
 */
final class FactCodec {

    private static final FreeText OMITTED_TEXT = new FreeText("…");

    private final RecordDictionary records;

    /** By the type of a field, the values that facts have had in such fields. */
    private final Map<Class<?>, ValueDictionary> dictionaries;

    private final List<Layout> layouts = new ArrayList<>();
    private final Map<Class<?>, Integer> numbers = new HashMap<>();

    /** The fields of a type of facts. */
    private record Layout(FactType type, List<Field> fields) {}

    /** Encodes one field. */
    private interface Field {

        /**
         * @param allegations those named by the record so far; a new one is added
         * @return the value as it will be read
         */
        @Nullable
        Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer);

        @Nullable
        Object read(VarintReader reader, List<AllegationId> allegations);
    }

    /**
     * A codec that has encoded nothing.
     *
     * @param records for the officers that facts name
     */
    FactCodec(RecordDictionary records) {
        this(records, new LinkedHashMap<>());
    }

    private FactCodec(RecordDictionary records, Map<Class<?>, ValueDictionary> dictionaries) {
        this.records = records;
        this.dictionaries = dictionaries;
        for (var type : FactType.all()) {
            numbers.put(type.javaType(), layouts.size());
            var components = type.javaType().getRecordComponents();
            var fields = new ArrayList<Field>();
            for (int i = 0; i < components.length; i++) {
                fields.add(field(components[i].getType(), type.fields().get(i).required()));
            }
            layouts.add(new Layout(type, List.copyOf(fields)));
        }
    }

    /**
     * Writes a fact.
     *
     * @param allegations those that the facts of the record have named so far, in order; a new one is added
     * @return the fact as it will be read
     */
    Fact write(Fact fact, List<AllegationId> allegations, VarintWriter writer) {
        int number = requireNonNull(numbers.get(fact.getClass()), "facts are of the sealed types");
        var layout = layouts.get(number);
        writer.writeByte(number);
        var values = layout.type().values(fact);
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            var stored = layout.fields().get(i).write(values[i], allegations, writer);
            same &= stored == values[i];
            values[i] = stored;
        }
        return same ? fact : layout.type().create(values);
    }

    /**
     * Reads a fact.
     *
     * @param allegations as they were when it was written, and to be changed alike
     */
    Fact read(VarintReader reader, List<AllegationId> allegations) {
        var layout = layouts.get(reader.readByte());
        var values = new @Nullable Object[layout.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.fields().get(i).read(reader, allegations);
        }
        return layout.type().create(values);
    }

    private Field field(Class<?> type, boolean required) {
        if (Confidential.class.isAssignableFrom(type)) {
            return new OmittedField(required ? substitute(type) : null);
        }
        if (type == AllegationId.class) {
            return new AllegationField();
        }
        if (type == Reference.class) {
            return new OmittedField(null);
        }
        if (type == OfficerId.class) {
            return new RecordField(RecordKind.OFFICER, OfficerId::new);
        }
        if (type == CaseId.class) {
            return new RecordField(RecordKind.CASE, CaseId::new);
        }
        if (type == Fact.class) {
            return new FactField();
        }
        if (type == EntryId.class) {
            return new EntryField();
        }
        return new DictionaryField(dictionaries.computeIfAbsent(type, unknown -> new ValueDictionary()));
    }

    private static Object substitute(Class<?> type) {
        return type == PersonName.class ? new PersonName(OMITTED_TEXT.value()) : OMITTED_TEXT;
    }

    /** No bytes. */
    private record OmittedField(@Nullable Object substitute) implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            return substitute;
        }

        @Override
        public @Nullable Object read(VarintReader reader, List<AllegationId> allegations) {
            return substitute;
        }
    }

    /** 0 for null, or one more than the value's code. */
    private record DictionaryField(ValueDictionary dictionary) implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            if (value == null) {
                writer.writeVarint(0);
                return null;
            }
            int code = dictionary.codeOf(value);
            writer.writeVarint(1 + code);
            return dictionary.get(code);
        }

        @Override
        public @Nullable Object read(VarintReader reader, List<AllegationId> allegations) {
            int code = reader.readVarint();
            return code == 0 ? null : dictionary.get(code - 1);
        }
    }

    /** 0 for null, or one more than the number of the record that is named. */
    private final class RecordField implements Field {

        private final RecordKind kind;
        private final Function<String, Object> identifier;

        RecordField(RecordKind kind, Function<String, Object> identifier) {
            this.kind = kind;
            this.identifier = identifier;
        }

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            writer.writeVarint(value == null ? 0 : 1 + records.numberOf(kind, value.toString()));
            return value;
        }

        @Override
        public @Nullable Object read(VarintReader reader, List<AllegationId> allegations) {
            int number = reader.readVarint();
            return number == 0 ? null : identifier.apply(records.idOf(number - 1));
        }
    }

    /** The fact itself, as any other. */
    private final class FactField implements Field {

        @Override
        public Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            return FactCodec.this.write((Fact) requireNonNull(value, "it is required"), allegations, writer);
        }

        @Override
        public Object read(VarintReader reader, List<AllegationId> allegations) {
            return FactCodec.this.read(reader, allegations);
        }
    }

    /** The index among the record's allegations, and behind a new one its identifier. */
    private static final class AllegationField implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            var id = (AllegationId) requireNonNull(value, "each fact on an allegation names it");
            int index = allegations.indexOf(id);
            if (index >= 0) {
                writer.writeVarint(index);
            } else {
                writer.writeVarint(allegations.size());
                writer.writeAscii(id.value());
                allegations.add(id);
            }
            return id;
        }

        @Override
        public Object read(VarintReader reader, List<AllegationId> allegations) {
            int index = reader.readVarint();
            if (index == allegations.size()) {
                allegations.add(new AllegationId(reader.readAscii()));
            }
            return allegations.get(index);
        }
    }

    /** The key of the entry. */
    private static final class EntryField implements Field {

        @Override
        public @Nullable Object write(@Nullable Object value, List<AllegationId> allegations, VarintWriter writer) {
            long key = keyOf((EntryId) requireNonNull(value, "each correction names an entry"));
            writer.writeKey(key);
            return entryOf(key);
        }

        @Override
        public Object read(VarintReader reader, List<AllegationId> allegations) {
            return entryOf(reader.readKey());
        }
    }

    /**
     * A 48-bit hash of an identifier. Keys need to differ within a record only: among a million records of a dozen entries
     * each, two entries of one record have the same key with a probability of one in four million.
     */
    static long keyOf(EntryId id) {
        long mixed = (id.value().getMostSignificantBits() * 0x9E3779B97F4A7C15L
                        ^ id.value().getLeastSignificantBits())
                * 0xC2B2AE3D27D4EB4FL;
        return mixed >>> (Long.SIZE - VarintWriter.KEY_BITS);
    }

    /** An identifier that stands for every entry with a key. */
    static EntryId entryOf(long key) {
        return new EntryId(new UUID(0, key));
    }

    /** The form of a field's value in a checkpoint: its JSON. */
    private record JsonCodec(Class<?> type) implements ValueDictionary.Codec {

        @Override
        public void write(Object value, SaveStream out) throws IOException {
            out.writeString(FactJson.mapper().writeValueAsString(value));
        }

        @Override
        public Object read(LoadStream in) throws IOException {
            return FactJson.mapper().readValue(in.readString(), type);
        }
    }

    /** Returns the tables that decoding depends on, as they are now. */
    Image image() {
        var views = new LinkedHashMap<Class<?>, ValueDictionary.View>();
        dictionaries.forEach((type, dictionary) -> views.put(type, dictionary.view()));
        return new Image(views);
    }

    /** The types of facts and the values of their fields, by the numbers that they had when it was taken. */
    record Image(Map<Class<?>, ValueDictionary.View> dictionaries) {

        void save(SaveStream out) throws IOException {
            var types = declaredTypes();
            out.writeInt(types.size());
            for (var name : types) {
                out.writeString(name);
            }
            for (var dictionary : dictionaries.entrySet()) {
                dictionary.getValue().save(out, new JsonCodec(dictionary.getKey()));
            }
        }
    }

    /**
     * Reads what {@link Image#save} wrote.
     *
     * @throws IOException also if it was written by a program with other types of facts
     */
    static FactCodec load(LoadStream in, RecordDictionary records) throws IOException {
        var types = new ArrayList<String>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            types.add(in.readString());
        }
        if (!types.equals(declaredTypes())) {
            throw new IOException("saved of other types of facts than there are now");
        }
        var dictionaries = new LinkedHashMap<Class<?>, ValueDictionary>();
        for (var type : new FactCodec(records).dictionaries.keySet()) {
            dictionaries.put(type, ValueDictionary.load(in, new JsonCodec(type)));
        }
        return new FactCodec(records, dictionaries);
    }

    /** Every type and its fields in the order declared, on which the numbers of types depend. */
    private static List<String> declaredTypes() {
        return FactType.all().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.storedName() + "." + type.storedRevision()),
                        type.fields().stream().map(field -> field.name())))
                .toList();
    }
}
