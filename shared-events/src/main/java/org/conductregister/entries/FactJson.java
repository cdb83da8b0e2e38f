package org.conductregister.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.CharacterCodingException;
import org.conductregister.facts.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of facts, as they are stored, sent and shown. A field that is not stated is left out. */
public final class FactJson {

    /** The deepest that JSON from outside may nest; an entry needs 3. */
    public static final int DEEPEST = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .registerSubtypes(FactType.all().stream()
                    .map(type -> new NamedType(type.javaType(), type.name()))
                    .toArray(NamedType[]::new))
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FactJson() {}

    /** Strict: unknown fields, duplicate names and anything after the value are refused. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads what came from outside: UTF-8 and nothing else, whatever other encodings JSON could be guessed to be in.
     *
     * @throws CharacterCodingException when it is not UTF-8
     * @throws JacksonException when it is not JSON, or nests deeper than {@link #DEEPEST}
     */
    public static JsonNode tree(byte[] utf8) throws CharacterCodingException {
        return MAPPER.readTree(Utf8.decoded(utf8));
    }

    /** Returns the fault of JSON that cannot be read, and its place, in words for whoever sent it. */
    public static String fault(JacksonException e) {
        var at = e.getLocation();
        var message = Utf8.printable(e.getOriginalMessage());
        return at == null ? message : "%s (line %d, column %d)".formatted(message, at.getLineNr(), at.getColumnNr());
    }

    /** Returns the fields of a fact beside its day: the {@code data} of a timeline. */
    public static ObjectNode data(Fact fact) {
        ObjectNode data = MAPPER.valueToTree(fact);
        data.remove("occurredOn");
        return data;
    }

    /** An entry as it would be sent, on one line; the inverse of {@link EntryReader}. */
    public static ObjectNode of(Entry entry) {
        var json = MAPPER.createObjectNode();
        json.put("type", FactType.of(entry.fact()).name());
        json.put(entry.record().kind().idField(), entry.record().id());
        json.put("entryId", entry.entryId().toString());
        json.setAll(MAPPER.<ObjectNode>valueToTree(entry.fact()));
        return json;
    }
}
