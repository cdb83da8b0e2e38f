package org.conductregister.command.imports.sheet;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** One cell of a sheet. Of a formula, the value that was saved with it. */
public sealed interface Cell {

    /** The cell without anything in it. */
    static Cell blank() {
        return Blank.CELL;
    }

    /** Returns the text of the cell, without spaces around it; empty where there is none. */
    String text();

    default boolean isBlank() {
        return this instanceof Blank;
    }

    /** Nothing, or spaces alone. */
    record Blank() implements Cell {

        private static final Blank CELL = new Blank();

        @Override
        public String text() {
            return "";
        }
    }

    /** Text, and everything in a CSV file. The apostrophe that keeps a spreadsheet from reading a number is left out. */
    record Text(String text) implements Cell {}

    /**
     * A number in a workbook.
     *
     * @param text in full, as its format pads it with zeros: {@code 5540000}, {@code 00123}, {@code 0.25}; never {@code
     *     5.54E06}
     * @param from1904 whether its workbook counts days from 1904-01-01
     */
    record Numeric(String text, boolean from1904) implements Cell {}

    /**
     * A day in a workbook, its time of day left out.
     *
     * @param text as far as it is stated: {@code YYYY-MM-DD}, or {@code YYYY-MM} or {@code YYYY} where its cell shows no more and it
     *     is the first day of that
     */
    record Day(LocalDate day, String text) implements Cell {

        public Day(LocalDate day) {
            this(day, day.toString());
        }

        /** The day of a cell that shows its month and year alone, as of one that was typed so. */
        public static Day showingMonth(LocalDate day) {
            return day.getDayOfMonth() == 1 ? new Day(day, YearMonth.from(day).toString()) : new Day(day);
        }

        /** The day of a cell that shows its year alone. */
        public static Day showingYear(LocalDate day) {
            return day.getDayOfYear() == 1 ? new Day(day, Year.from(day).toString()) : new Day(day);
        }
    }

    /**
     * A formula in a workbook that was saved without its result, as programs that write workbooks do.
     *
     * @param text the formula, from {@code =} on; cut where it is long
     */
    record Formula(String text) implements Cell {

        private static final int LONGEST = 60;

        public Formula {
            text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
    }

    /**
     * The cell of this text. Blanks that do not break a line are blanks, and signs without width are left out. Of {@code ="00123"},
     * as a text is written to keep its zeros in a spreadsheet, it is the text.
     */
    static Cell of(String text) {
        var stripped = textOfFormula(PlainText.of(text).strip());
        if (stripped.isEmpty()) {
            return blank();
        }
        return new Text(isMarked(stripped) ? stripped.substring(1) : stripped);
    }

    private static String textOfFormula(String text) {
        boolean isText = text.length() > 3 && text.startsWith("=\"") && text.indexOf('"', 2) == text.length() - 1;
        return isText ? text.substring(2, text.length() - 1).strip() : text;
    }

    /** Whether its apostrophe says: no number, no formula. */
    private static boolean isMarked(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "0123456789=+-@".indexOf(text.charAt(1)) >= 0;
    }
}
