package org.conductregister.command.imports.profile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.days.DayReader;
import org.conductregister.command.imports.days.DayReading;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The questions of a sheet as a form, a field of radios for each, of placeholders one for each value. */
public final class QuestionForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String NOTHING = "nothing";
    private static final String SOMETHING = "something";

    private final List<Field> fields;

    /** @param questions that are open */
    public QuestionForm(List<Question> questions, LocalDate today) {
        var all = new ArrayList<Field>();
        for (var question : questions) {
            if (question.field() == Question.Field.BLANKS) {
                question.examples().forEach(value -> all.add(ofPlaceholder(all.size(), question, value)));
            } else {
                all.add(of(all.size(), question, today));
            }
        }
        this.fields = List.copyOf(all);
    }

    /**
     * One field of the form.
     *
     * @param name of the parameter
     * @param label the question
     * @param hint what raises it
     * @param placeholder the value that it is about; null where it is about no single value
     */
    public record Field(
            String name,
            String label,
            @Nullable String hint,
            List<Option> options,
            Question question,
            @Nullable String placeholder) {

        public Field {
            options = List.copyOf(options);
        }
    }

    /** In the order asked. */
    public List<Field> fields() {
        return fields;
    }

    private static Field ofPlaceholder(int at, Question question, String value) {
        var where = question.column() == null ? null : "In column “%s”".formatted(question.column());
        return new Field(
                name(at),
                "What does “%s” state?".formatted(value),
                where,
                List.of(new Option(NOTHING, "Nothing: read it as blank"), new Option(SOMETHING, "Something: keep it")),
                question,
                value);
    }

    private static Field of(int at, Question question, LocalDate today) {
        var label = switch (question.field()) {
            case SHEET -> "Which sheet has the rows?";
            case HEADER -> "Which line names the columns?";
            case DAYS -> "In which order are the days in column “%s” written?".formatted(question.column());
            case ASSUME -> "Which day is recorded where a month or a year is stated alone?";
            case ODD_DAYS -> "Are these days right? They are before 1950 or after today.";
            case BENT_NUMBERS ->
                "Are these numbers taken as they are? A spreadsheet has shortened them, or made days of them.";
            case JOINED_NUMBERS -> "Is each of these cells one number? They look like several in one cell.";
            case BLANKS -> question.text();
        };
        var hint =
                question.field() == Question.Field.HEADER || question.examples().isEmpty()
                        ? null
                        : "For example " + String.join(", ", question.examples());
        return new Field(name(at), label, hint, options(question, today), question, null);
    }

    private static List<Option> options(Question question, LocalDate today) {
        return switch (question.field()) {
            case SHEET ->
                question.options().stream().map(name -> new Option(name, name)).toList();
            case HEADER -> question.examples().stream().map(QuestionForm::line).toList();
            case DAYS ->
                question.options().stream()
                        .map(DayOrder::valueOf)
                        .map(order -> new Option(order.name(), capital(order.words()), read(question, order, today)))
                        .toList();
            case ASSUME ->
                List.of(
                        new Option(Assume.FIRST.name(), "The first", "What was stated is kept beside it"),
                        new Option(Assume.LAST.name(), "The last", "What was stated is kept beside it"));
            case JOINED_NUMBERS ->
                List.of(
                        new Option(Keep.KEEP.name(), "Yes, each is one number"),
                        new Option(
                                Keep.REFUSE.name(),
                                "No, refuse what is stated with them",
                                "Then give each number a row of its own, and send these rows again"));
            case ODD_DAYS, BENT_NUMBERS ->
                List.of(
                        new Option(Keep.KEEP.name(), "Yes, record them"),
                        new Option(Keep.REFUSE.name(), "No, refuse what is stated with them"));
            case BLANKS -> List.of();
        };
    }

    /** Returns the option of a row shown as {@code 4: Case | Received}: its number and its cells. */
    private static Option line(String shown) {
        int colon = shown.indexOf(':');
        return new Option(shown.substring(0, colon), "Line " + shown);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static @Nullable String read(Question question, DayOrder order, LocalDate today) {
        var reader = new DayReader(order, today);
        return question.examples().stream()
                .flatMap(example -> reader.read(Cell.of(example)) instanceof DayReading.Exact(LocalDate day)
                        ? Stream.of("%s is %s".formatted(example, DAY.format(day)))
                        : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private static String name(int at) {
        return "question-" + at;
    }

    /** The fields that have no answer, or none that there is. */
    public FormFaults faults(MultiValueMap<String, String> form) {
        var faults = FormFaults.none();
        for (var field : fields) {
            var said = form.getFirst(field.name());
            if (field.options().stream().noneMatch(option -> option.value().equals(said))) {
                faults.add(field.name(), "Select an answer: " + field.label());
            }
        }
        return faults;
    }

    /**
     * Returns the earlier answers and those given now, together. Only where there are no {@link #faults}.
     *
     * @param before the answers that the questions were asked with
     */
    public Answers answered(MultiValueMap<String, String> form, Answers before) {
        var answers = before;
        for (var field : fields) {
            var said = form.getFirst(field.name());
            if (said != null) {
                answers = with(answers, field, said);
            }
        }
        return answers;
    }

    private static Answers with(Answers answers, Field field, String said) {
        var question = field.question();
        return switch (question.field()) {
            case SHEET -> answers.withSheet(said);
            case HEADER -> answers.withHeader(Integer.parseInt(said));
            case DAYS ->
                question.column() == null ? answers : answers.withDays(question.column(), DayOrder.valueOf(said));
            case ASSUME -> answers.withAssume(Assume.valueOf(said));
            case ODD_DAYS -> answers.withOddDays(Keep.valueOf(said));
            case BENT_NUMBERS -> answers.withBentNumbers(Keep.valueOf(said));
            case JOINED_NUMBERS -> answers.withJoinedNumbers(Keep.valueOf(said));
            case BLANKS -> field.placeholder() == null ? answers : withPlaceholder(answers, field.placeholder(), said);
        };
    }

    private static Answers withPlaceholder(Answers answers, String value, String said) {
        var blanks = new HashSet<>(answers.blanks());
        var notBlanks = new HashSet<>(answers.notBlanks());
        (said.equals(NOTHING) ? blanks : notBlanks).add(value);
        return answers.withBlanks(blanks, notBlanks);
    }
}
