package org.conductregister.command.imports.profile;

import java.time.LocalDate;
import org.conductregister.command.imports.days.ColumnDays;
import org.conductregister.command.imports.days.UtcMidnights;
import org.conductregister.command.imports.profile.ColumnProfile.BentNumbers;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnProfile.Joined;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.conductregister.command.imports.sheet.Cell;

/** Takes in the cells of a column one after the other, and says what they are. For one thread. */
final class ColumnCounter {

    private static final int MONTHS = 12;

    private final String name;
    private final ColumnDays days;
    private final FrequentValues values;
    private final FrequentValues placeholders = new FrequentValues(100);
    private final FrequentValues nobody = new FrequentValues(100);
    private final ExampleCounter decimals = new ExampleCounter();
    private final ExampleCounter digitsLost = new ExampleCounter();
    private final ExampleCounter becameDays = new ExampleCounter();
    private final ExampleCounter joined = new ExampleCounter();
    private final ExampleCounter joinedPeople = new ExampleCounter();
    private final PaddedNumbers padded = new PaddedNumbers();
    private final ExampleCounter dates = new ExampleCounter();
    private final UtcMidnights times = new UtcMidnights();
    private boolean beyondTwelfth;
    private long rows;
    private long blank;
    private long withDigits;

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
        var written = Written.of(cell);
        if (values.add(text)) {
            addNew(text, written.text());
        }
        withDigits += hasDigit(text) ? 1 : 0;
        days.add(cell);
        if (cell instanceof Cell.Day(LocalDate day, String shown)) {
            dates.add(shown);
            beyondTwelfth |= day.getDayOfMonth() > MONTHS;
        }
        if (Placeholders.looksLikeOne(text)) {
            placeholders.add(text);
        }
        switch (written.bent()) {
            case DECIMALS -> decimals.add(text);
            case DIGITS_LOST -> digitsLost.add(text);
            case BECAME_DAY -> becameDays.add(text);
            case NO -> padded.add(text);
        }
    }

    /**
     * Looks at a value that has not been there, or not for long.
     *
     * @param number the value as a part of an identifier
     */
    private void addNew(String text, String number) {
        if (Placeholders.looksLikeNobody(text)) {
            nobody.add(text);
        }
        if (JoinedNumbers.looksLikeSeveral(number, false)) {
            joined.add(text);
        } else if (JoinedNumbers.looksLikeSeveral(number, true)) {
            joinedPeople.add(text);
        }
        times.add(text);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    ColumnProfile profile() {
        boolean ofDays = becameDays.examples().count() == rows - blank;
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
                new BentNumbers(
                        decimals.examples(),
                        digitsLost.examples(),
                        padded.shortened(),
                        ofDays ? Examples.NONE : becameDays.examples()),
                beyondTwelfth ? Examples.NONE : dates.examples(),
                new Joined(joined.examples(), joinedPeople.examples()),
                withDigits,
                new Examples(times.count(), times.examples()));
    }
}
