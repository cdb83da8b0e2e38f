package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;

/** What is worth a look in a column, in words. */
final class ColumnNotes {

    private ColumnNotes() {}

    static List<String> of(ProfileView.Column column) {
        var notes = new ArrayList<String>();
        if (!column.dayOrders().isEmpty()) {
            notes.add("The order of its days is open");
        }
        if (column.monthsOrYears() > 0) {
            notes.add("%,d state a month or a year alone".formatted(column.monthsOrYears()));
        }
        if (column.oddDays() > 0) {
            notes.add("%,d are days before 1950 or after today".formatted(column.oddDays()));
        }
        if (!column.placeholders().isEmpty()) {
            long all =
                    column.placeholders().stream().mapToLong(ValueCount::count).sum();
            var values = column.placeholders().stream()
                    .map(ValueCount::value)
                    .limit(5)
                    .toList();
            notes.add("%,d look like placeholders: %s".formatted(all, String.join(", ", values)));
        }
        addExamples(notes, column.bentNumbers().digitsLost(), "%,d have lost digits: %s");
        addExamples(notes, column.bentNumbers().decimals(), "%,d numbers got decimals, read without them: %s");
        addExamples(notes, column.bentNumbers().zerosLost(), "%,d numbers may have lost leading zeros: %s");
        return notes;
    }

    private static void addExamples(List<String> notes, Examples found, String words) {
        if (found.count() > 0) {
            notes.add(words.formatted(found.count(), String.join(", ", found.examples())));
        }
    }
}
