package org.conductregister.command.imports.profile;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.imports.days.DaySummary;

/**
 * The values of a column, summed up.
 *
 * @param rows how many there are, that could be read and are neither blank nor totals
 * @param blank in how many of them nothing stands
 * @param distinct how many different values there are
 * @param moreDistinct whether there are more of them than {@code distinct}: they are not all kept
 * @param values the most frequent, the most frequent first; where there are more than are kept, counts of at least
 * @param days what it says of days
 * @param placeholders values that look as if they stated nothing
 * @param nobody values that, in a column of people, would look as if they stood for nobody
 * @param bent numbers that a spreadsheet has bent
 * @param dates a workbook's own dates, where none of them is later than the 12th of its month: none where one is
 * @param joined cells that look like several numbers
 * @param withDigits how many values have a digit in them
 * @param lateInUtc days with a time of 22 or 23 hours UTC, where all times of the column are
 *     such, or midnight
 */
public record ColumnProfile(
        String name,
        long rows,
        long blank,
        long distinct,
        boolean moreDistinct,
        List<ValueCount> values,
        DaySummary days,
        List<ValueCount> placeholders,
        List<String> nobody,
        BentNumbers bent,
        Examples dates,
        Joined joined,
        long withDigits,
        Examples lateInUtc) {

    public ColumnProfile {
        values = List.copyOf(values);
        placeholders = List.copyOf(placeholders);
        nobody = List.copyOf(nobody);
    }

    /** A value, cut where it is long, and the number of cells of the column that hold it. */
    public record ValueCount(String value, long count) {}

    /**
     * Cells that look like several numbers in one.
     *
     * @param always whatever the column is of
     * @param ofPeople where it is of people
     */
    public record Joined(Examples always, Examples ofPeople) {}

    /**
     * Numbers that a spreadsheet has bent.
     *
     * @param decimals {@code 5540017.0}, which is 5540017
     * @param digitsLost {@code 5.54E06}, which may have been any of thousands
     * @param zerosLost {@code 123} in a column whose other numbers are {@code 00124}
     * @param becameDays {@code Dec-19} or a date among numbers, which may have been {@code 12/19}
     */
    public record BentNumbers(Examples decimals, Examples digitsLost, Examples zerosLost, Examples becameDays) {

        /** A profile that was kept earlier says nothing of days. */
        public BentNumbers {
            becameDays = becameDays == null ? Examples.NONE : becameDays;
        }

        /** All of which a part is lost. */
        List<String> lost() {
            return Stream.concat(digitsLost.examples().stream(), becameDays.examples().stream())
                    .toList();
        }
    }

    /** The number of values of a kind, and a few of them. */
    public record Examples(long count, List<String> examples) {

        static final Examples NONE = new Examples(0, List.of());

        public Examples {
            examples = List.copyOf(examples);
        }
    }

    /** The share of rows in which nothing stands, from 0 to 1; 0 where there are no rows. */
    public double blankShare() {
        return rows == 0 ? 0 : (double) blank / rows;
    }
}
