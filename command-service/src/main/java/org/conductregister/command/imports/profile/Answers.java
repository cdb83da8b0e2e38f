package org.conductregister.command.imports.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a mapping on how its sheet is read: its fields of these names. Each may be left out.
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
 * @param joinedNumbers what becomes of a cell that looks like several numbers where one is wanted
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
        @Nullable Keep bentNumbers,
        @Nullable Keep joinedNumbers) {

    /** Nothing is said. */
    public static final Answers NONE =
            new Answers(null, null, null, Map.of(), Set.of(), Set.of(), null, null, null, null);

    public Answers {
        daysOf = Map.copyOf(daysOf);
        blanks = caseless(blanks);
        notBlanks = caseless(notBlanks);
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

    /**
     * Returns the known part of a sheet before it is opened: its name and its header as said, and names the header
     * must have.
     */
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
        return cell.isBlank() || (!blanks.isEmpty() && blanks.contains(cell.text()));
    }

    /** The same with other names of columns. */
    public Answers renamed(UnaryOperator<String> names) {
        var renamed = new HashMap<String, DayOrder>();
        daysOf.forEach((column, order) -> renamed.put(names.apply(column), order));
        return new Answers(
                sheet, header, days, renamed, blanks, notBlanks, assume, oddDays, bentNumbers, joinedNumbers);
    }

    /** As they are spelled, and found in whatever case of letters. */
    private static Set<String> caseless(Set<String> values) {
        var caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(values);
        return Collections.unmodifiableSet(caseless);
    }

    Answers withSheet(String answered) {
        return new Answers(
                answered, header, days, daysOf, blanks, notBlanks, assume, oddDays, bentNumbers, joinedNumbers);
    }

    Answers withHeader(int answered) {
        return new Answers(
                sheet, answered, days, daysOf, blanks, notBlanks, assume, oddDays, bentNumbers, joinedNumbers);
    }

    Answers withDays(String column, DayOrder answered) {
        var orders = new HashMap<>(daysOf);
        orders.put(column, answered);
        return new Answers(sheet, header, days, orders, blanks, notBlanks, assume, oddDays, bentNumbers, joinedNumbers);
    }

    Answers withBlanks(Set<String> nothing, Set<String> something) {
        return new Answers(
                sheet, header, days, daysOf, nothing, something, assume, oddDays, bentNumbers, joinedNumbers);
    }

    Answers withAssume(Assume answered) {
        return new Answers(
                sheet, header, days, daysOf, blanks, notBlanks, answered, oddDays, bentNumbers, joinedNumbers);
    }

    Answers withOddDays(Keep answered) {
        return new Answers(
                sheet, header, days, daysOf, blanks, notBlanks, assume, answered, bentNumbers, joinedNumbers);
    }

    Answers withBentNumbers(Keep answered) {
        return new Answers(sheet, header, days, daysOf, blanks, notBlanks, assume, oddDays, answered, joinedNumbers);
    }

    Answers withJoinedNumbers(Keep answered) {
        return new Answers(sheet, header, days, daysOf, blanks, notBlanks, assume, oddDays, bentNumbers, answered);
    }
}
