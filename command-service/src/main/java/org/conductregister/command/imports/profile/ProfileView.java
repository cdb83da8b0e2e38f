package org.conductregister.command.imports.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.profile.ColumnProfile.BentNumbers;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a sheet as it is shown, with the questions to be answered before anything of it is recorded.
 *
 * @param sheet the name of the sheet in its workbook; empty for a CSV file, and where it is not known yet
 * @param sheets the names of all sheets of the workbook
 * @param header the line that names the columns; null where it is not known yet
 * @param rows how many there are below it, all of the following included
 * @param blankRows how many have nothing in them
 * @param totalRows the lines of the rows that sum up others
 * @param faultyRows how many cannot be read
 * @param columns none where the sheet or its header is not known yet
 * @param questions that must be answered before anything is recorded
 * @param warnings what is worth a look in the columns that the mapping uses
 */
public record ProfileView(
        String sheet,
        List<String> sheets,
        @Nullable Long header,
        long rows,
        long blankRows,
        List<Long> totalRows,
        long faultyRows,
        List<Column> columns,
        List<Question> questions,
        List<Warning> warnings) {

    /** Profiles that were kept before there were warnings have none. */
    public ProfileView {
        sheets = List.copyOf(sheets);
        totalRows = List.copyOf(totalRows);
        columns = List.copyOf(columns);
        questions = List.copyOf(questions);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /**
     * Something that is worth a look, and keeps nothing from being recorded.
     *
     * @param column that it is about; null where it is about the sheet
     * @param code a stable word
     * @param detail a sentence for whoever sent the sheet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Warning(@Nullable String column, String code, String detail) {}

    /**
     * One column.
     *
     * @param blanks the share of rows in which nothing stands, from 0 to 1
     * @param blank in how many rows nothing stands
     * @param distinct how many different values there are
     * @param moreDistinct whether there are more than {@code distinct}: so many are not told apart
     * @param values the 50 most frequent, the most frequent first
     * @param days the order of its days; null where it has none, or the order is open
     * @param dayOrders the orders that its days may have, where that is open
     * @param exactDays how many values are a day
     * @param monthsOrYears how many are a month or a year alone
     * @param earliest the first day; where the order is open, of those that need none
     * @param latest the last day, likewise
     * @param oddDays how many days are before 1950 or after today
     * @param placeholders values that look as if they stated nothing
     */
    public record Column(
            String name,
            double blanks,
            long blank,
            long distinct,
            boolean moreDistinct,
            List<ValueCount> values,
            @Nullable DayOrder days,
            List<DayOrder> dayOrders,
            long exactDays,
            long monthsOrYears,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            long oddDays,
            List<ValueCount> placeholders,
            BentNumbers bentNumbers) {

        public Column {
            values = List.copyOf(values);
            dayOrders = List.copyOf(dayOrders);
            placeholders = List.copyOf(placeholders);
        }

        /** Returns remarkable features, in words. */
        public List<String> notes() {
            return ColumnNotes.of(this);
        }

        private static Column of(ColumnProfile column) {
            var order = column.days().order();
            var found = column.days().found();
            var days = column.days().in(order);
            boolean isOfDays = hasDays(column);
            return new Column(
                    column.name(),
                    column.blankShare(),
                    column.blank(),
                    column.distinct(),
                    column.moreDistinct(),
                    column.values(),
                    isOfDays ? order : null,
                    isOfDays && found.isOpen()
                            ? found.orders().stream().sorted().toList()
                            : List.of(),
                    isOfDays ? days.exact() : 0,
                    isOfDays ? days.within() : 0,
                    isOfDays ? days.earliest() : null,
                    isOfDays ? days.latest() : null,
                    isOfDays ? days.odd() : 0,
                    column.placeholders(),
                    column.bent());
        }

        /** Whether most of what stands in the column can be a day: numbers of cases can look like one now and then. */
        private static boolean hasDays(ColumnProfile column) {
            long days = column.days().mostDays();
            long placeholders =
                    column.placeholders().stream().mapToLong(ValueCount::count).sum();
            return days > 0 && 2 * days >= column.rows() - column.blank() - placeholders;
        }
    }

    /** Returns the view of a sheet whose columns have no known meaning: without warnings. */
    public static ProfileView of(Profile profile, List<Question> questions) {
        return of(profile, List.of(), questions, List.of());
    }

    /**
     * Returns the view of a sheet whose columns a mapping uses.
     *
     * @param uses what it uses them for
     * @param more warnings, of other kinds than those about a column's values
     */
    public static ProfileView of(
            Profile profile, Collection<ColumnUse> uses, List<Question> questions, List<Warning> more) {
        return new ProfileView(
                profile.sheet(),
                profile.sheets(),
                profile.header(),
                profile.rows(),
                profile.blankRows(),
                profile.totalRows(),
                profile.faultyRows(),
                profile.columns().stream().map(Column::of).toList(),
                questions,
                Stream.concat(Warnings.of(profile, uses).stream(), more.stream())
                        .toList());
    }

    /** Returns the view of a sheet that cannot be opened before questions are answered. */
    public static ProfileView notOpened(List<Question> questions) {
        return new ProfileView("", List.of(), null, 0, 0, List.of(), 0, List.of(), questions, List.of());
    }
}
