package org.conductregister.command.imports.drafts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conductregister.command.imports.rows.ColumnFields;

/** Guesses from the name of a column which field it states. */
public final class Guess {

    /** How forces' own spreadsheets name columns, letters and digits alone. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "occurredOn", List.of("date", "day", "on", "dateofevent", "eventdate", "happenedon"),
            "caseId", List.of("case", "caseno", "casenumber", "caseref", "casereference", "reference", "ref"),
            "allegationId", List.of("allegation", "allegationno", "allegationnumber", "allegationref"),
            "officerId",
                    List.of(
                            "officer",
                            "officerno",
                            "officernumber",
                            "officerbadge",
                            "badge",
                            "badgeno",
                            "badgenumber",
                            "shieldno",
                            "shieldnumber",
                            "staffnumber",
                            "collarno",
                            "collarnumber",
                            "warrantno",
                            "warrantnumber"),
            "force", List.of("policeforce", "forcename"),
            "category", List.of("allegationcategory", "allegationtype", "natureofallegation"),
            "type", List.of("event", "entrytype", "fact", "kindoffact"),
            "note", List.of("notes", "comment", "comments", "remarks"),
            "finding", List.of("decision", "disposal"));

    private Guess() {}

    /** The field, of those that there are; {@link ColumnFields#LEFT_OUT} where none suggests itself. */
    public static String fieldOf(String column, Collection<String> fields) {
        var name = letters(column.replaceFirst("\\.\\d+$", ""));
        return fields.stream()
                .filter(field -> letters(field).equals(name))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field ->
                                OTHER_NAMES.getOrDefault(field, List.of()).contains(name))
                        .findFirst())
                .orElse(ColumnFields.LEFT_OUT);
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.UK);
    }
}
