package org.conductregister.command.documents;

import java.util.Map;
import org.conductregister.entries.FactType;
import org.jspecify.annotations.Nullable;

/** When a field that is neither always nor never stated must be, or may be: rules that OpenAPI 3.0 has no form for. */
final class FieldConditions {

    private static final Map<String, String> CONDITIONS = Map.of(
            "AppealDecided.outcome", "Required where `result` is `OUTCOME_VARIED`, and left out otherwise.",
            "SentencePassed.months", "Of imprisonment and a suspended sentence alone.",
            "occurredOn", "From 1829-01-01 to today.",
            "newOccurredOn", "From 1829-01-01 to today.");

    private static final String TODAY = "Where it is left out it is today.";

    private FieldConditions() {}

    /** In a sentence; null where there is no condition. */
    static @Nullable String of(FactType type, String field) {
        String condition = CONDITIONS.getOrDefault(type + "." + field, CONDITIONS.get(field));
        return field.equals("occurredOn") && type.dayMayBeLeftOut() ? condition + " " + TODAY : condition;
    }
}
