package org.conductregister.command.imports.profile;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.command.imports.days.ColumnDays;
import org.conductregister.command.imports.profile.ColumnProfile.BentNumbers;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.conductregister.command.imports.sheet.Cell;

/** Takes in the cells of a column one after the other, and says what they are. For one thread. */
final class ColumnCounter {

    private static final int MONTHS = 12;
    private static final Examples NO_DATES = new Examples(0, List.of());

    private final String name;
    private final ColumnDays days;
    private final FrequentValues values;
    private final FrequentValues placeholders = new FrequentValues(100);
    private final FrequentValues nobody = new FrequentValues(100);
    private final ExampleCounter decimals = new ExampleCounter();
    private final ExampleCounter digitsLost = new ExampleCounter();
    private final PaddedNumbers padded = new PaddedNumbers();
    private final ExampleCounter dates = new ExampleCounter();
    private boolean beyondTwelfth;
    private long rows;
    private long blank;

    /** @param columns of the sheet, which share what memory there is */
    ColumnCounter(String name, LocalDate today, int columns) {
        this.name = name;
        this.days = new ColumnDays(today);
        this.values = new FrequentValues(FrequentValues.kept(columns));
    }

    void add(Cell cell) {
        rows++;
        if (cell.isBlank()) {
            blank++;
            return;
        }
        var text = cell.text();
        if (values.add(text) && Placeholders.looksLikeNobody(text)) {
            nobody.add(text);
        }
        days.add(cell);
        if (cell instanceof Cell.Day(LocalDate day, String written)) {
            dates.add(written);
            beyondTwelfth |= day.getDayOfMonth() > MONTHS;
        }
        if (Placeholders.looksLikeOne(text)) {
            placeholders.add(text);
        }
        switch (Written.of(cell).bent()) {
            case DECIMALS -> decimals.add(text);
            case DIGITS_LOST -> digitsLost.add(text);
            case NO -> padded.add(text);
        }
    }

    ColumnProfile profile() {
        return new ColumnProfile(
                name,
                rows,
                blank,
                values.distinct(),
                values.isMore(),
                values.mostFrequent(),
                days.summary(),
                placeholders.mostFrequent(),
                nobody.mostFrequent().stream().map(ValueCount::value).toList(),
                new BentNumbers(decimals.examples(), digitsLost.examples(), padded.shortened()),
                beyondTwelfth ? NO_DATES : dates.examples());
    }
}
