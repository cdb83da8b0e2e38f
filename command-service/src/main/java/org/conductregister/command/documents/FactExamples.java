package org.conductregister.command.documents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of each kind, as somebody might log it: all that it must state, and what is worth showing of the rest. The
 * case is one of Lancashire, from report to sentence; each example is taken where the ones that it rests on are recorded.
 */
final class FactExamples {

    /** By field, or by kind and field. */
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("occurredOn", "2019-05-06"),
            Map.entry("allegationId", "A1"),
            Map.entry("officerId", "LAN-O-17"),
            Map.entry("force", "LANCASHIRE"),
            Map.entry("category", "SEXUAL_ASSAULT"),
            Map.entry("AllegationClosed.finding", "SUSTAINED"),
            Map.entry("OfficerTransferred.force", "KENT"),
            Map.entry("theme", "VETTING"),
            Map.entry("watchdog", "IOPC"),
            Map.entry("regime", "2012"),
            Map.entry("workforce", "POLICE_OFFICER"),
            Map.entry("tags", List.of("VAWG")),
            Map.entry("addressedTo", List.of("LANCASHIRE", "KENT")),
            Map.entry("responseDueOn", "2019-11-06"),
            Map.entry("newOccurredOn", "2019-05-03"),
            Map.entry("retracts", "0f8fad5b-d9cb-469f-a165-70867728950e"),
            Map.entry("redates", "0f8fad5b-d9cb-469f-a165-70867728950e"),
            Map.entry("corrects", "0f8fad5b-d9cb-469f-a165-70867728950e"),
            Map.entry(
                    "fact",
                    Map.of(
                            "type", "CaseOpened",
                            "occurredOn", "2019-05-06",
                            "force", "LANCASHIRE",
                            "kind", "RECORDABLE_CONDUCT",
                            "source", "POLICE")),
            Map.entry("CaseMarkedDuplicate.duplicateOf", "LAN-2019-0003"),
            Map.entry("OfficerMarkedDuplicate.duplicateOf", "LAN-O-4"),
            Map.entry("reference", "CO 12/19"),
            Map.entry("result", "OUTCOME_VARIED"),
            Map.entry("outcome", "FINAL_WRITTEN_WARNING"),
            Map.entry("MisconductOutcomeImposed.outcome", "DISMISSAL_WITHOUT_NOTICE"),
            Map.entry("sentence", "IMPRISONMENT"),
            Map.entry("months", 18),
            Map.entry("accepted", true),
            Map.entry("issuedBy", "HMICFRS"),
            Map.entry("rank", "Sergeant"),
            Map.entry("name", "Alex Example"),
            Map.entry("title", "Conduct at a training course"),
            Map.entry("summary", "Touched a colleague without consent."),
            Map.entry("offence", "Sexual assault, Sexual Offences Act 2003, s. 3"),
            Map.entry("reason", "The earlier record was of another matter."),
            Map.entry("text", "The complainant was told of the delay."));

    /** Fields left out of examples: too much, or impossible together. */
    private static final Set<String> LEFT_OUT = Set.of("AllegationClosed.outcome");

    private FactExamples() {}

    /** Returns an example of an entry of this kind, in the order of its fields. */
    static Map<String, Object> of(FactType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.name());
        RecordKind kind = Arrays.stream(RecordKind.values())
                .filter(type.records()::contains)
                .findFirst()
                .orElseThrow();
        example.put(kind.idField(), recordOf(kind));
        for (FactField field : type.fields()) {
            Object value = valueOf(type, field);
            if (value != null && !LEFT_OUT.contains(type + "." + field.name())) {
                example.put(field.name(), value);
            }
        }
        return example;
    }

    private static String recordOf(RecordKind kind) {
        return switch (kind) {
            case CASE -> "LAN-2019-0007";
            case OFFICER -> "LAN-O-17";
            case RECOMMENDATION -> "REC-2019-3";
        };
    }

    private static @Nullable Object valueOf(FactType type, FactField field) {
        Object ofType = VALUES.get(type + "." + field.name());
        Object value = ofType == null ? VALUES.get(field.name()) : ofType;
        if (value == null || !possible(field, value)) {
            return field.required() ? anyValueOf(type, field) : null;
        }
        return value;
    }

    private static boolean possible(FactField field, Object value) {
        return field.choices().isEmpty() || field.choices().contains(value);
    }

    private static Object anyValueOf(FactType type, FactField field) {
        if (field.choices().isEmpty()) {
            throw new IllegalStateException("no example of %s.%s".formatted(type, field.name()));
        }
        return field.choices().getFirst();
    }
}
