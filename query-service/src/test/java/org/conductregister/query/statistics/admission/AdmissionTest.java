package org.conductregister.query.statistics.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conductregister.query.statistics.admission.TooManyQuestionsException.Whose;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(2);

    @Test
    void asManyAsThereArePlacesAreAnsweredAtOnce() {
        admission.enter("jane", Admission.LONGEST_WAIT);
        admission.enter("john", Admission.LONGEST_WAIT);

        assertThatThrownBy(() -> admission.enter("june", Admission.LONGEST_WAIT))
                .isInstanceOfSatisfying(
                        TooManyQuestionsException.class,
                        e -> assertThat(e.whose()).isEqualTo(Whose.OF_ALL));
    }

    @Test
    void aPlaceThatIsGivenBackIsTakenByWhoeverWaits() throws Exception {
        admission.enter("jane", Admission.LONGEST_WAIT);
        admission.enter("john", Admission.LONGEST_WAIT);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = callers.submit(() -> admission.enter("june", Admission.LONGEST_WAIT));
            admission.leave("jane");

            await().until(waiting::isDone);
            assertThat(waiting.get()).isNull();
        }
    }

    @Test
    void oneUserCannotTakeAllPlacesAndAllTheWaiting() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                admission.enter("analyst", Admission.LONGEST_WAIT);
            }
            var waiting = new ArrayList<Future<?>>();
            for (int i = 2; i < Admission.MOST_OF_ONE_USER; i++) {
                waiting.add(callers.submit(() -> admission.enter("analyst", Admission.LONGEST_WAIT)));
            }

            await().untilAsserted(() -> assertThatThrownBy(() -> admission.enter("analyst", Admission.LONGEST_WAIT))
                    .isInstanceOfSatisfying(
                            TooManyQuestionsException.class,
                            e -> assertThat(e.whose()).isEqualTo(Whose.OF_ONE)));
            admission.leave("analyst");
            admission.leave("analyst");
            for (var each : waiting) {
                assertThat(each.get()).isNull();
            }
        }
    }
}
