package org.conductregister.query.audit;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.function.Predicate;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.platform.Provenance;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes stored events as JSON. Their payload is not upcast; personal text is opened. */
@Component
final class LogLines {

    private static final JsonMapper JSON = FactJson.mapper();
    private static final String MARKED_DUPLICATE =
            FactType.named("CaseMarkedDuplicate").orElseThrow().storedName();

    private static final Map<String, String> NAMES =
            FactType.all().stream().collect(toMap(FactType::storedName, FactType::name));

    private final PayloadSeal seal;

    LogLines(PayloadSeal seal) {
        this.seal = seal;
    }

    /** On one line. */
    String line(StoredEvent event) {
        return JSON.writeValueAsString(json(event));
    }

    /**
     * Whether an entry is withheld: it is on a hidden case, or marks another as a duplicate of one.
     *
     * @param hidden whether a case is hidden from whoever reads
     */
    static boolean isWithheld(StoredEvent event, Predicate<RecordId> hidden) {
        return hidden.test(RecordId.parse(event.aggregateIdentifier()))
                || (event.type().name().equals(MARKED_DUPLICATE)
                        && hidden.test(new RecordId(
                                RecordKind.CASE,
                                JSON.readTree(event.payload())
                                        .path("duplicateOf")
                                        .asString("-"))));
    }

    /** The line of an entry of which nothing is told. */
    static String withheld(StoredEvent event) {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("position", event.position()).put("withheld", true));
    }

    ObjectNode json(StoredEvent event) {
        var record = RecordId.parse(event.aggregateIdentifier());
        var metadata = JSON.readTree(event.metadata());
        var data = (ObjectNode) JSON.readTree(seal.opened(event));
        var day = data.remove("occurredOn");
        var line = JSON.createObjectNode();
        line.put("position", event.position());
        line.put("entryId", event.entryId());
        line.put("type", typeOf(event));
        line.put(record.kind().idField(), record.id());
        line.set("occurredOn", day);
        line.put("recordedAt", event.recordedAt().toString());
        line.set("recordedBy", metadata.get(Provenance.RECORDED_BY));
        line.set("correlationId", metadata.get(Provenance.CORRELATION_ID));
        line.set("data", data);
        return line;
    }

    /** The kind of fact; the stored name where there is none of it any more. */
    static String typeOf(StoredEvent event) {
        return NAMES.getOrDefault(event.type().name(), event.type().name());
    }

    static String recordedBy(StoredEvent event) {
        return JSON.readTree(event.metadata()).path(Provenance.RECORDED_BY).asString("");
    }
}
