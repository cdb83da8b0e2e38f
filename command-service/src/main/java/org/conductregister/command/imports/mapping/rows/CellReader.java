package org.conductregister.command.imports.mapping.rows;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.days.DayReader;
import org.conductregister.command.imports.days.DayReading;
import org.conductregister.command.imports.profile.Answers;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.command.imports.profile.JoinedNumbers;
import org.conductregister.command.imports.profile.Written;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one sheet as days and identifiers, as the mapping's answers say. For one thread. */
final class CellReader {

    /** No day before this one is taken without asking. */
    private static final LocalDate LONG_AGO = LocalDate.of(1950, 1, 1);

    private final Answers answers;
    private final Map<String, DayOrder> orders;
    private final LocalDate today;
    private final Set<String> dayColumns;
    private final Map<String, DayReader> readers = new HashMap<>();

    /**
     * @param orders of the days in columns, where one is known
     * @param dayColumns the columns that are read as days
     */
    CellReader(Answers answers, Map<String, DayOrder> orders, Set<String> dayColumns, LocalDate today) {
        this.dayColumns = Set.copyOf(dayColumns);
        this.answers = answers;
        this.orders = Map.copyOf(orders);
        this.today = today;
    }

    /** A cell, read. */
    sealed interface Outcome<T> {}

    /**
     * A cell that says what it should.
     *
     * @param statedAs what the sheet says where it gives no exact day, so that one was assumed; else null
     */
    record Understood<T>(T value, @Nullable String statedAs) implements Outcome<T> {}

    /**
     * A cell that does not.
     *
     * @param code a stable word
     * @param detail a sentence for whoever sent the sheet
     */
    record NotUnderstood<T>(String code, String detail) implements Outcome<T> {}

    /** The day that a cell, which is not blank, states. */
    Outcome<LocalDate> day(String column, Cell cell) {
        var reader = readers.computeIfAbsent(column, name -> new DayReader(orders.get(name), today));
        return switch (reader.read(cell)) {
            case DayReading.Exact exact -> possible(exact.day(), null, cell);
            case DayReading.Within within -> assumed(within, cell);
            case DayReading.NotADay not ->
                new NotUnderstood<>("DAY_UNREADABLE", "“%s” is not a day.".formatted(cell.text()));
            case DayReading.Nothing nothing -> new NotUnderstood<>("FIELD_MISSING", "The day is blank.");
        };
    }

    private Outcome<LocalDate> assumed(DayReading.Within within, Cell cell) {
        var assume = answers.assume();
        if (assume == null) {
            return new NotUnderstood<>(
                    "DAY_NOT_EXACT",
                    "“%s” is a month or a year, not a day. Which day of it is meant is asked when the sheet is checked."
                            .formatted(cell.text()));
        }
        return possible(assume == Assume.FIRST ? within.first() : within.last(), cell.text(), cell);
    }

    private Outcome<LocalDate> possible(LocalDate day, @Nullable String statedAs, Cell cell) {
        boolean odd = day.isBefore(LONG_AGO) || day.isAfter(today);
        return odd && answers.oddDays() != Keep.KEEP
                ? new NotUnderstood<>(
                        "DAY_UNLIKELY",
                        "“%s” is %s.".formatted(cell.text(), day.isAfter(today) ? "after today" : "before 1950"))
                : new Understood<>(day, statedAs);
    }

    /**
     * The number or name by which a cell, which is not blank, identifies something.
     *
     * @param column null where the cell is not of one alone
     * @param person whether it identifies a person
     */
    Outcome<String> identifier(@Nullable String column, Cell cell, boolean person) {
        if (cell instanceof Cell.Text(String text) && text.startsWith("=")) {
            return new NotUnderstood<>(
                    "FORMULA_WITHOUT_RESULT",
                    "“%s” is a formula, and no number. Save the sheet with the results of its formulas."
                            .formatted(text));
        }
        var written = Written.of(cell);
        return switch (written.bent()) {
            case DIGITS_LOST ->
                answers.bentNumbers() == Keep.KEEP
                        ? one(written.text(), person)
                        : new NotUnderstood<>(
                                "NUMBER_BENT",
                                "A spreadsheet has shortened the number “%s”, and its last digits are lost."
                                        .formatted(cell.text()));
            case BECAME_DAY ->
                answers.bentNumbers() != Keep.REFUSE || (column != null && dayColumns.contains(column))
                        ? one(written.text(), person)
                        : new NotUnderstood<>(
                                "NUMBER_BENT",
                                "A spreadsheet has made the day “%s” of what was a number: write the number in its place."
                                        .formatted(cell.text()));
            case DECIMALS, NO -> one(written.text(), person);
        };
    }

    private Outcome<String> one(String text, boolean person) {
        return answers.joinedNumbers() != Keep.KEEP && JoinedNumbers.looksLikeSeveral(text, person)
                ? new NotUnderstood<>(
                        "NUMBERS_JOINED",
                        "“%s” looks like several numbers in one cell. Give each a row of its own."
                                .formatted(text.replaceAll("\\s*\\n\\s*", "; ")))
                : new Understood<>(text, null);
    }
}
