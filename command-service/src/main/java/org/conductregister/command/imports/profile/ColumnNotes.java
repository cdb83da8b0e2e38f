package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;

/** Finds remarkable features of a column, in words. */
final class ColumnNotes {

    private ColumnNotes() {}

    static List<String> of(ProfileView.Column column) {
        var notes = new ArrayList<String>();
        if (!column.dayOrders().isEmpty()) {
            notes.add("The order of its days is open");
        }
        if (column.monthsOrYears() > 0) {
            notes.add("A month or a year alone: %,d".formatted(column.monthsOrYears()));
        }
        if (column.oddDays() > 0) {
            notes.add("Before 1950 or after today: %,d".formatted(column.oddDays()));
        }
        if (!column.placeholders().isEmpty()) {
            long all =
                    column.placeholders().stream().mapToLong(ValueCount::count).sum();
            var values = column.placeholders().stream()
                    .map(ValueCount::value)
                    .limit(5)
                    .toList();
            notes.add("Looks like a placeholder: %s (%,d)".formatted(String.join(", ", values), all));
        }
        addExamples(notes, column.bentNumbers().digitsLost(), "Digits are lost: %s (%,d)");
        addExamples(notes, column.bentNumbers().decimals(), "Decimals of a spreadsheet, read without them: %s (%,d)");
        addExamples(notes, column.bentNumbers().zerosLost(), "Leading zeros may be lost: %s (%,d)");
        return notes;
    }

    private static void addExamples(List<String> notes, Examples found, String words) {
        if (found.count() > 0) {
            notes.add(words.formatted(String.join(", ", found.examples()), found.count()));
        }
    }
}
