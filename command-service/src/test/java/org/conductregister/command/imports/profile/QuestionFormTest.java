package org.conductregister.command.imports.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.command.imports.profile.Question.Field;
import org.conductregister.web.pages.FormFaults.Fault;
import org.conductregister.web.pages.Option;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class QuestionFormTest {

    private static final Question DAYS =
            new Question(Field.DAYS, "day", "In which order?", List.of("DMY", "MDY"), List.of("3/2/2019"));
    private static final Question BLANKS =
            new Question(Field.BLANKS, "officer", "Do these state nothing?", List.of(), List.of("NA", "None"));
    private static final Question ASSUME =
            new Question(Field.ASSUME, null, "Which day?", List.of("FIRST", "LAST"), List.of("2006"));
    private static final Question ODD =
            new Question(Field.ODD_DAYS, null, "Right?", List.of("REFUSE", "KEEP"), List.of("01/01/1900"));
    private static final Question HEADER =
            new Question(Field.HEADER, null, "Which line?", List.of(), List.of("1: About", "4: Case | Received"));

    @Test
    void showsWhatADayIsInEachOrder() {
        assertThat(form(DAYS).fields().getFirst().options())
                .extracting(Option::hint)
                .containsExactly("3/2/2019 is 3 February 2019", "3/2/2019 is 2 March 2019");
    }

    @Test
    void everyQuestionIsToBeAnswered() {
        var faults = form(DAYS, BLANKS).faults(sent("question-0", "YMD", "question-1", "nothing"));

        assertThat(faults.all()).extracting(Fault::field).containsExactly("question-0", "question-2");
    }

    @Test
    void whatIsAnsweredAddsToWhatWasAnsweredBefore() {
        var form = form(DAYS, BLANKS, ASSUME, ODD, HEADER);
        var sent = sent(
                "question-0",
                "DMY",
                "question-1",
                "nothing",
                "question-2",
                "something",
                "question-3",
                "LAST",
                "question-4",
                "KEEP",
                "question-5",
                "4");

        var answers = form.answered(sent, Answers.NONE.withDays("closed", DayOrder.MDY));

        assertThat(form.faults(sent).isEmpty()).isTrue();
        assertThat(answers.daysOf()).containsEntry("day", DayOrder.DMY).containsEntry("closed", DayOrder.MDY);
        assertThat(answers.blanks()).containsExactly("NA");
        assertThat(answers.notBlanks()).containsExactly("None");
        assertThat(answers.assume()).isEqualTo(Assume.LAST);
        assertThat(answers.oddDays()).isEqualTo(Keep.KEEP);
        assertThat(answers.header()).isEqualTo(4);
    }

    private static QuestionForm form(Question... questions) {
        return new QuestionForm(List.of(questions), LocalDate.of(2026, 11, 28));
    }

    private static LinkedMultiValueMap<String, String> sent(String... namesAndValues) {
        var form = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }
}
