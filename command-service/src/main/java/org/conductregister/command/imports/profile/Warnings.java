package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.conductregister.command.imports.profile.ColumnUse.As;
import org.conductregister.command.imports.profile.ProfileView.Warning;

/** Finds remarkable features of the columns that a mapping uses. */
final class Warnings {

    private static final int EXAMPLES = 3;

    /** Two words or more, without a digit. */
    private static final Pattern NAME = Pattern.compile("(?:\\p{L}[\\p{L}’'.-]*,?\\s+){1,4}\\p{L}[\\p{L}’'.-]*");

    private Warnings() {}

    static List<Warning> of(Profile profile, Collection<ColumnUse> uses) {
        var warnings = new ArrayList<Warning>();
        if (!uses.isEmpty() && profile.hiddenRows() > 0) {
            warnings.add(new Warning(
                    null,
                    "ROWS_HIDDEN",
                    "%,d rows are hidden in the workbook, by a filter or by hand. They are read like the others: if they do not belong to the sheet, take them out."
                            .formatted(profile.hiddenRows())));
        }
        for (var use : uses) {
            var column = profile.column(use.column()).orElse(null);
            if (column != null) {
                addSameName(warnings, profile, use.column());
            }
            if (column != null && use.as().contains(As.DAY) && areOthersTextWithTheDayFirst(column)) {
                add(
                        warnings,
                        use,
                        "DAYS_MAY_BE_SWAPPED",
                        column.dates(),
                        "Column “%s” has days up to the 12th as dates of the workbook, and later ones as text. A spreadsheet that took the month to come first may have swapped day and month in the dates: compare them with the source before you record the sheet, such as %s (%,d).");
            }
            if (column != null && use.as().contains(As.DAY)) {
                add(
                        warnings,
                        use,
                        "DAYS_MAY_BE_EARLY",
                        column.lateInUtc(),
                        "Days in column “%s” have times of 22 or 23 hours UTC, which are midnight of the next day in summer: a program may have moved them a day back. They are read as the day that is written; compare them with the source, such as %s (%,d).");
            }
            if (column != null && use.as().contains(As.CODE)) {
                add(
                        warnings,
                        use,
                        "SEVERAL_VALUES_IN_A_CELL",
                        column.joined().always(),
                        "Cells of column “%s” look like several values, and each cell is read as one: %s (%,d). Where they are several allegations, give each a row of its own.");
            }
            if (column != null && use.as().contains(As.PERSON)) {
                add(
                        warnings,
                        use,
                        "NAMES_FOR_NUMBERS",
                        names(column),
                        "Column “%s” has names where numbers of officers are wanted, such as %s (%,d). Such a number is shown wherever the officer is, and no erasure takes it away: use a number or a pseudonym, and state the name in a registration.");
            }
            if (column != null && use.as().contains(As.IDENTIFIER)) {
                add(
                        warnings,
                        use,
                        "DECIMALS_LEFT_OUT",
                        column.bent().decimals(),
                        "Numbers in column “%s” have the decimals that a spreadsheet gives them, and are read without: %s (%,d).");
                add(
                        warnings,
                        use,
                        "ZEROS_MAY_BE_LOST",
                        column.bent().zerosLost(),
                        "Numbers in column “%s” may have lost the zeros in front that others have, and are read as they are: %s (%,d).");
            }
        }
        return warnings;
    }

    /** Returns the values that look like names of people, where most do. */
    private static Examples names(ColumnProfile column) {
        var names = column.values().stream()
                .filter(value -> NAME.matcher(value.value()).matches() && !Placeholders.looksLikeNobody(value.value()))
                .toList();
        return 2 * names.size() > column.values().size()
                ? new Examples(
                        names.stream().mapToLong(ValueCount::count).sum(),
                        names.stream().limit(EXAMPLES).map(ValueCount::value).toList())
                : Examples.NONE;
    }

    /** Whether the days that are text all have the day first, and beyond the 12th: earlier ones may have been made dates. */
    private static boolean areOthersTextWithTheDayFirst(ColumnProfile column) {
        var days = column.days();
        var monthFirst = days.ordered().get(DayOrder.MDY);
        return days.found().orders().equals(Set.of(DayOrder.DMY)) && (monthFirst == null || monthFirst.exact() == 0);
    }

    /** The second of two columns of one name is called {@code Date (2)}: a mapping may mean either. */
    private static void addSameName(List<Warning> to, Profile profile, String column) {
        var second = column + " (2)";
        if (profile.column(second).isPresent()) {
            to.add(new Warning(
                    column,
                    "NAMED_TWICE",
                    "Several columns are called “%s”. The first is read by this name, the next is called “%s”."
                            .formatted(column, second)));
        }
    }

    private static void add(List<Warning> to, ColumnUse use, String code, Examples found, String words) {
        if (found.count() > 0) {
            to.add(new Warning(
                    use.column(),
                    code,
                    words.formatted(use.column(), String.join(", ", found.examples()), found.count())));
        }
    }
}
