package org.conductregister.command.documents;

import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.jspecify.annotations.Nullable;

/** When a field that is neither always nor never stated must be, or may be: rules that OpenAPI 3.0 has no form for. */
final class FieldConditions {

    private static final Map<String, String> RANGES =
            Map.of("occurredOn", "From 1829-01-01 to today.", "newOccurredOn", "From 1829-01-01 to today.");

    private FieldConditions() {}

    /** Returns the condition in a sentence; null where there is none. */
    static @Nullable String of(FactType type, FactField field) {
        if (field.condition() != null) {
            return inWords(field.condition());
        }
        String range = RANGES.get(field.name());
        return field.name().equals("occurredOn") && type.dayMayBeLeftOut()
                ? range + " Where it is left out it is today."
                : range;
    }

    private static String inWords(FactField.Condition condition) {
        return "%s where `%s` is %s, and left out otherwise."
                .formatted(
                        condition.required() ? "Required" : "May be stated",
                        condition.field(),
                        condition.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or ")));
    }
}
