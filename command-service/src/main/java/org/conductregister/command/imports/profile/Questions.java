package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.days.DaySummary;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.ColumnUse.As;
import org.conductregister.command.imports.profile.Question.Field;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.jspecify.annotations.Nullable;

/** Finds the questions that the values of a sheet leave open for a mapping and its answers. */
public final class Questions {

    /** As many values that contradict the order stated may be slips. */
    private static final int SLIPS = 2;

    private static final int EXAMPLES = 3;

    /** In as many rows the same word in a column of days is no slip. */
    private static final int WORD_AGAIN = 5;

    /** With no more different values a column says yes or no, and 0 or N is no number. */
    private static final int FEW = 3;

    private final Profile profile;
    private final Answers answers;

    private Questions(Profile profile, Answers answers) {
        this.profile = profile;
        this.answers = answers;
    }

    /** The question that keeps the sheet from being opened; none where it is open. */
    public static List<Question> of(Opened opened) {
        return switch (opened) {
            case Opened.Known known -> List.of();
            case Opened.WhichSheet(List<String> names) ->
                List.of(new Question(
                        Field.SHEET, null, "The workbook has several sheets. Which one is it?", names, List.of()));
            case Opened.WhichHeader(List<SheetRow> first) ->
                List.of(new Question(
                        Field.HEADER,
                        null,
                        "Which line names the columns? Answer with its number.",
                        List.of(),
                        first.stream().limit(10).map(Questions::shown).toList()));
        };
    }

    private static String shown(SheetRow row) {
        return row.line() + ": " + row.cells().stream().limit(8).map(Cell::text).collect(Collectors.joining(" | "));
    }

    /** Returns the open questions about the columns used; nothing is recorded while there are any. */
    public static List<Question> of(Profile profile, Collection<ColumnUse> uses, Answers answers) {
        return new Questions(profile, answers).of(uses);
    }

    /**
     * The order of days in a column: what is said of it, else what its values say; null where it is open, or nothing
     * needs one.
     */
    public static @Nullable DayOrder orderOf(ColumnProfile column, Answers answers) {
        var said = answers.daysIn(column.name());
        return said == null ? column.days().order() : said;
    }

    private List<Question> of(Collection<ColumnUse> uses) {
        var questions = new ArrayList<Question>();
        var placeholders = new LinkedHashMap<String, List<String>>();
        var months = new LinkedHashMap<String, List<String>>();
        var odd = new LinkedHashMap<String, List<String>>();
        var bent = new LinkedHashMap<String, List<String>>();
        var joined = new LinkedHashMap<String, List<String>>();
        for (var use : uses) {
            var column = profile.column(use.column()).orElse(null);
            if (column == null) {
                continue;
            }
            keep(placeholders, column, placeholders(column, use));
            if (use.as().contains(As.DAY)) {
                var order = orderOf(column, answers);
                if (isOrderOpen(column.days(), order, column.name())) {
                    questions.add(orderQuestion(column));
                }
                var days = column.days().in(order);
                keep(months, column, days.withinExamples());
                keep(odd, column, odd(column.days(), order));
            }
            if (use.as().contains(As.IDENTIFIER)) {
                keep(bent, column, bent(column, use));
            }
            keep(joined, column, joined(column, use));
        }
        if (!placeholders.isEmpty()) {
            questions.add(question(
                    Field.BLANKS,
                    placeholders,
                    "%s: do these values state nothing? Put each in blanks if it does, in notBlanks if it states something.",
                    List.of()));
        }
        if (!months.isEmpty() && answers.assume() == null) {
            questions.add(question(
                    Field.ASSUME,
                    months,
                    "%s: a month or a year is stated alone. Which day of it is recorded?",
                    List.of("FIRST", "LAST")));
        }
        if (!odd.isEmpty() && answers.oddDays() == null) {
            questions.add(question(
                    Field.ODD_DAYS,
                    odd,
                    "%s: these days are before 1950 or after today. Are they right?",
                    List.of("REFUSE", "KEEP")));
        }
        if (!bent.isEmpty() && answers.bentNumbers() == null) {
            questions.add(question(
                    Field.BENT_NUMBERS,
                    bent,
                    "%s: a spreadsheet has shortened these numbers, or made days of them, and what they were is lost. Are they taken as they are?",
                    List.of("REFUSE", "KEEP")));
        }
        if (!joined.isEmpty() && answers.joinedNumbers() == null) {
            questions.add(question(
                    Field.JOINED_NUMBERS,
                    joined,
                    "%s: these cells look like several numbers. Is each of them one?",
                    List.of("REFUSE", "KEEP")));
        }
        return questions;
    }

    private static void keep(Map<String, List<String>> raised, ColumnProfile column, List<String> examples) {
        if (!examples.isEmpty()) {
            raised.put(column.name(), examples);
        }
    }

    /** A column that is read as days as well has dates in it by right. */
    private static List<String> bent(ColumnProfile column, ColumnUse use) {
        return use.as().contains(As.DAY)
                ? column.bent().digitsLost().examples()
                : column.bent().lost();
    }

    private static List<String> joined(ColumnProfile column, ColumnUse use) {
        boolean person = use.as().contains(As.PERSON);
        if (!person && !use.as().contains(As.IDENTIFIER)) {
            return List.of();
        }
        var joined = column.joined();
        return Stream.concat(
                        joined.always().examples().stream(),
                        person ? joined.ofPeople().examples().stream() : Stream.of())
                .filter(value -> !use.means().test(value))
                .map(value -> value.replaceAll("\\s*\\n\\s*", " (new line) "))
                .toList();
    }

    /** While the order is open, days that are odd in one that it may be. */
    private List<String> odd(DaySummary days, @Nullable DayOrder order) {
        var orders = order == null ? days.found().orders().stream().sorted() : Stream.of(order);
        var odd = Stream.concat(
                days.in(null).oddExamples().stream(), orders.flatMap(each -> days.in(each).oddExamples().stream()));
        var notOver = answers.assume() == Assume.LAST ? days.in(order).notOverExamples() : List.<String>of();
        return Stream.concat(odd, notOver.stream()).distinct().toList();
    }

    private List<String> placeholders(ColumnProfile column, ColumnUse use) {
        var words = use.as().contains(As.DAY) ? wordsForNoDay(column) : Stream.<String>of();
        var nobody = use.as().contains(As.PERSON)
                ? column.nobody().stream()
                : use.as().contains(As.IDENTIFIER)
                        ? column.nobody().stream().filter(Placeholders::looksLikeNoNumber)
                        : Stream.<String>of();
        boolean condition = use.as().contains(As.CONDITION) && !use.as().contains(As.VALUE);
        var negated = condition ? negations(column) : Stream.<String>of();
        var wordless = use.as().contains(As.IDENTIFIER) || use.as().contains(As.PERSON)
                ? wordsAmongNumbers(column)
                : Stream.<String>of();
        return Stream.of(
                        column.placeholders().stream().map(ColumnProfile.ValueCount::value),
                        words,
                        nobody,
                        negated,
                        wordless)
                .flatMap(Function.identity())
                .distinct()
                .filter(value -> !answers.blanks().contains(value))
                .filter(value -> !answers.notBlanks().contains(value))
                .filter(value -> !use.means().test(value))
                .toList();
    }

    /** Returns the values that say of what they are asked that it has not happened, such as "No" in a column "Closed". */
    private static Stream<String> negations(ColumnProfile column) {
        boolean few = column.distinct() <= FEW;
        return column.values().stream()
                .map(ColumnProfile.ValueCount::value)
                .filter(value -> (few || value.length() > 1) && Placeholders.looksLikeNotYet(value));
    }

    /** Returns the words that stand in several rows of a column of numbers: no number of anything. */
    private static Stream<String> wordsAmongNumbers(ColumnProfile column) {
        long stated = column.rows() - column.blank();
        return 10 * column.withDigits() < 9 * stated
                ? Stream.of()
                : column.values().stream()
                        .filter(value -> value.count() > 1)
                        .map(ColumnProfile.ValueCount::value)
                        .filter(Placeholders::isWord);
    }

    /** Returns the words in a column of days, such as "Pending", that stand in several rows: no slips. */
    private static Stream<String> wordsForNoDay(ColumnProfile column) {
        return column.values().stream()
                .filter(value -> value.count() >= WORD_AGAIN)
                .map(ColumnProfile.ValueCount::value)
                .filter(value -> value.chars().noneMatch(Character::isDigit));
    }

    /** Open where nothing is said and the values leave it open, or where they contradict what is said of all columns. */
    private boolean isOrderOpen(DaySummary days, @Nullable DayOrder order, String column) {
        if (order == null) {
            return days.found().isOpen();
        }
        if (answers.daysOf().containsKey(column) || answers.days() == null) {
            return false;
        }
        long missed = days.missedIn(order);
        return missed > SLIPS
                && 10 * missed > days.in(order).exact() - days.known().exact();
    }

    private static Question orderQuestion(ColumnProfile column) {
        var found = column.days().found();
        var text = found.contradictory()
                ? "Column “%s” has days in more than one order. Which one is meant? Days that it does not fit are refused."
                : "In which order are the days in column “%s” written?";
        var options = found.orders().size() > 1 ? found.orders() : List.of(DayOrder.values());
        var examples = found.examples().isEmpty()
                ? column.values().stream()
                        .limit(EXAMPLES)
                        .map(ColumnProfile.ValueCount::value)
                        .toList()
                : found.examples();
        return new Question(
                Field.DAYS,
                column.name(),
                text.formatted(column.name()),
                options.stream().sorted().map(DayOrder::name).toList(),
                examples);
    }

    private static Question question(Field field, Map<String, List<String>> raised, String text, List<String> options) {
        var columns = raised.keySet().stream().collect(Collectors.joining("”, “", "“", "”"));
        var values = new LinkedHashSet<String>();
        raised.values().forEach(values::addAll);
        var only = raised.size() == 1 ? raised.keySet().iterator().next() : null;
        return new Question(
                field,
                only,
                text.formatted((raised.size() == 1 ? "Column " : "Columns ") + columns),
                options,
                List.copyOf(values));
    }
}
