package org.conductregister.command.imports.profile;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetChoice;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about how its sheet is read: its fields of these names. Each may be left out.
 *
 * @param sheet the name of the sheet in the workbook
 * @param header the line that names the columns, from 1
 * @param days the order of days in every column
 * @param daysOf the order of days in some columns, by the column's name
 * @param blanks values that state nothing, in whatever case of letters
 * @param notBlanks values that look as if they stated nothing, and do
 * @param assume the day of a month or a year that is stated alone
 * @param oddDays what becomes of a day before 1950 or after today
 * @param bentNumbers what becomes of a number that has lost digits
 */
public record Answers(
        @Nullable String sheet,
        @Nullable Integer header,
        @Nullable DayOrder days,
        Map<String, DayOrder> daysOf,
        Set<String> blanks,
        Set<String> notBlanks,
        @Nullable Assume assume,
        @Nullable Keep oddDays,
        @Nullable Keep bentNumbers) {

    /** Nothing is said. */
    public static final Answers NONE = new Answers(null, null, null, Map.of(), Set.of(), Set.of(), null, null, null);

    public Answers {
        daysOf = Map.copyOf(daysOf);
        blanks = folded(blanks);
        notBlanks = folded(notBlanks);
    }

    /** Which day of a month or a year that is stated alone. */
    public enum Assume {
        FIRST,
        LAST
    }

    /** Whether what is doubtful is recorded. */
    public enum Keep {
        REFUSE,
        KEEP
    }

    /** What is known of the sheet before it is opened: its name and its header as said, and names the header must have. */
    public SheetChoice choice(Set<String> columns) {
        return new SheetChoice(sheet, header, columns);
    }

    /** The order of days in a column as it is said; null where nothing is. */
    public @Nullable DayOrder daysIn(String column) {
        var own = daysOf.get(column);
        return own == null ? days : own;
    }

    /** Whether a cell states nothing: it is blank, or says so in a word of {@link #blanks}. */
    public boolean isBlank(Cell cell) {
        return cell.isBlank() || (!blanks.isEmpty() && blanks.contains(folded(cell.text())));
    }

    private static Set<String> folded(Set<String> values) {
        return values.stream().map(Answers::folded).collect(Collectors.toUnmodifiableSet());
    }

    static String folded(String value) {
        return value.strip().toLowerCase(Locale.UK);
    }
}
