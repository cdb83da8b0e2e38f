package org.conductregister.command.imports.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.web.pages.FormFaults;
import org.springframework.util.MultiValueMap;

/**
 * The questions of a profile as a form, and what was answered in it. The template {@code imports/profile} has its fields:
 * one for each question, of placeholders one for each value.
 */
public final class QuestionForm {

    private static final String NOTHING = "nothing";

    private final List<Question> questions;

    public QuestionForm(List<Question> questions) {
        this.questions = List.copyOf(questions);
    }

    /** The name of the field of a question, by its place among them. */
    public static String nameOf(int question) {
        return "question-" + question;
    }

    /** The name of the field of one of a question's values. */
    public static String nameOf(int question, int value) {
        return nameOf(question) + "-" + value;
    }

    /** What is not answered, or not with an answer that there is. */
    public FormFaults faults(MultiValueMap<String, String> form) {
        var faults = FormFaults.none();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            if (question.field() == Question.Field.BLANKS) {
                for (int j = 0; j < question.examples().size(); j++) {
                    if (said(form, nameOf(i, j)).isEmpty()) {
                        faults.add(
                                nameOf(i, j),
                                "Select whether “%s” states nothing"
                                        .formatted(question.examples().get(j)));
                    }
                }
            } else if (!isAnswer(question, said(form, nameOf(i)).orElse(""))) {
                faults.add(nameOf(i), asked(question));
            }
        }
        return faults;
    }

    private static boolean isAnswer(Question question, String said) {
        return question.field() == Question.Field.HEADER
                ? said.matches("[1-9]\\d{0,6}")
                : question.options().contains(said);
    }

    private static String asked(Question question) {
        return switch (question.field()) {
            case HEADER -> "Enter the number of the line that names the columns";
            case SHEET -> "Select the sheet";
            case DAYS -> "Select the order of the days in column “%s”".formatted(question.column());
            case ASSUME -> "Select which day of a month or a year is recorded";
            case ODD_DAYS -> "Select whether these days are right";
            case BENT_NUMBERS -> "Select whether these numbers are taken as they are";
            case BLANKS -> "Select which values state nothing";
        };
    }

    /**
     * What was answered before and what is answered now, together. Only where there are no {@link #faults}.
     *
     * @param before the answers that the questions were asked with
     */
    public Answers answered(MultiValueMap<String, String> form, Answers before) {
        var answers = before;
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            answers = question.field() == Question.Field.BLANKS
                    ? withBlanks(answers, question, i, form)
                    : with(answers, question, said(form, nameOf(i)).orElse(""));
        }
        return answers;
    }

    private static Answers withBlanks(
            Answers answers, Question question, int index, MultiValueMap<String, String> form) {
        var blanks = new HashSet<>(answers.blanks());
        var notBlanks = new HashSet<>(answers.notBlanks());
        for (int j = 0; j < question.examples().size(); j++) {
            boolean statesNothing = said(form, nameOf(index, j)).orElse("").equals(NOTHING);
            (statesNothing ? blanks : notBlanks).add(question.examples().get(j));
        }
        return answers.withBlanks(blanks, notBlanks);
    }

    private static Answers with(Answers a, Question question, String said) {
        return switch (question.field()) {
            case SHEET -> a.withSheet(said);
            case HEADER -> a.withHeader(Integer.parseInt(said));
            case DAYS -> question.column() == null ? a : a.withDays(question.column(), DayOrder.valueOf(said));
            case ASSUME -> a.withAssume(Assume.valueOf(said));
            case ODD_DAYS -> a.withOddDays(Keep.valueOf(said));
            case BENT_NUMBERS -> a.withBentNumbers(Keep.valueOf(said));
            case BLANKS -> a;
        };
    }

    private static Optional<String> said(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
