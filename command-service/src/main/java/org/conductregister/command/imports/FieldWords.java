package org.conductregister.command.imports;

import java.util.Locale;
import java.util.Map;

/** What fields are called on pages. */
final class FieldWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("type", "Kind of fact"),
            Map.entry("entryId", "Identifier of the entry"),
            Map.entry("caseId", "Case"),
            Map.entry("officerId", "Officer"),
            Map.entry("recommendationId", "Recommendation"),
            Map.entry("allegationId", "Allegation"),
            Map.entry("occurredOn", "Day it happened"),
            Map.entry("newOccurredOn", "Day it really happened"),
            Map.entry("retracts", "Entry that was wrong"),
            Map.entry("redates", "Entry on the wrong day"),
            Map.entry("kind", "Kind of case"),
            Map.entry("mode", "Mode of investigation"),
            Map.entry("basis", "Basis of the referral"),
            Map.entry("addressedTo", "Addressed to (forces)"),
            Map.entry("responseDueOn", "Answer due on"),
            Map.entry("months", "Length in months"));

    private FieldWords() {}

    static String of(String field) {
        var words = WORDS.get(field);
        if (words != null) {
            return words;
        }
        var spaced = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return spaced.isEmpty() ? "" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
