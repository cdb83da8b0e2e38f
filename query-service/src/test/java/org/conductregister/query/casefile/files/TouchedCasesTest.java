package org.conductregister.query.casefile.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;

class TouchedCasesTest {

    private static final CaseId FIRST = new CaseId("C1");
    private static final CaseId SECOND = new CaseId("C2");

    private final TouchedCases touched = new TouchedCases();

    @Test
    void atFirstItMayBeAnyOfThemAndWhatCameLaterIsNotForgotten() {
        touched.touch(FIRST, at(1));
        touched.touch(SECOND, at(2));

        assertThat(touched.takeUntil(at(1))).isEmpty();
        assertThat(touched.takeUntil(at(2))).contains(Set.of(SECOND));
    }

    @Test
    void whatWasSeenIsForgotten() {
        touched.takeUntil(at(0));
        touched.touch(FIRST, at(1));
        touched.touch(SECOND, at(2));

        assertThat(touched.takeUntil(at(1))).contains(Set.of(FIRST, SECOND));
        assertThat(touched.takeUntil(at(2))).contains(Set.of(SECOND));
        assertThat(touched.takeUntil(at(2))).contains(Set.of());
    }

    @Test
    void aDeadLetterFiledLateDoesNotHideALaterEntry() {
        touched.takeUntil(at(0));
        touched.touch(FIRST, at(9));
        touched.touch(FIRST, at(3));

        assertThat(touched.takeUntil(at(5))).contains(Set.of(FIRST));
        assertThat(touched.takeUntil(at(9))).contains(Set.of(FIRST));
    }

    @Test
    void afterVeryManyItMayBeAnyOfThemUntilAllWereSeen() {
        touched.takeUntil(at(0));
        for (int i = 1; i <= TouchedCases.MOST + 1; i++) {
            touched.touch(new CaseId("C" + i), at(i));
        }

        assertThat(touched.takeUntil(at(5))).isEmpty();
        assertThat(touched.takeUntil(at(TouchedCases.MOST + 1))).isEmpty();
        assertThat(touched.takeUntil(at(TouchedCases.MOST + 1))).contains(Set.of());
    }

    private static Instant at(long second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
