package org.conductregister.query.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.conductregister.query.disclosure.attack.Knowledge.Secret;
import org.junit.jupiter.api.Test;

class SafetyCheckTest {

    private final Knowledge knowledge = new Knowledge();

    @Test
    void aSmallCountBesideALargerOneIsSafe() {
        int a = knowledge.add(3);
        int b = knowledge.add(6);
        knowledge.state(new int[] {a}, 1, 4);
        knowledge.state(new int[] {b}, 1, Knowledge.UNBOUNDED);
        knowledge.state(new int[] {a, b}, 9, 9);
        knowledge.protect("a", new int[] {a}, 3);

        assertThat(exposed()).isEmpty();
    }

    @Test
    void aCountThatIsWhatIsMissingIsExposed() {
        int a = knowledge.add(3);
        int b = knowledge.add(6);
        knowledge.state(new int[] {b}, 6, 6);
        knowledge.state(new int[] {a, b}, 9, 9);
        knowledge.protect("a", new int[] {a}, 3);

        assertThat(exposed()).containsExactly("a");
    }

    @Test
    void twoCountsAtTheirGreatestAreExposedByTheirSum() {
        int a = knowledge.add(4);
        int b = knowledge.add(4);
        knowledge.state(new int[] {a}, 1, 4);
        knowledge.state(new int[] {b}, 1, 4);
        knowledge.state(new int[] {a, b}, 8, 8);
        knowledge.protect("a", new int[] {a}, 3);
        knowledge.protect("b", new int[] {b}, 3);

        assertThat(exposed()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void onlyWholeNumbersCount() {
        // Pairwise sums of three numbers: in halves there are more solutions than in whole numbers
        int a = knowledge.add(1);
        int b = knowledge.add(1);
        int c = knowledge.add(1);
        knowledge.state(new int[] {a, b}, 2, 3);
        knowledge.state(new int[] {b, c}, 2, 2);
        knowledge.state(new int[] {a, c}, 2, 2);
        knowledge.protect("a", new int[] {a}, 2);

        assertThat(exposed()).containsExactly("a");
    }

    @Test
    void aSecretCanBeASum() {
        int a = knowledge.add(1);
        int b = knowledge.add(2);
        int c = knowledge.add(5);
        knowledge.state(new int[] {a, b, c}, 8, 8);
        knowledge.protect("a and b", new int[] {a, b}, 3);

        assertThat(exposed()).isEmpty();
    }

    @Test
    void partsThatNothingLinksAreLookedAtByThemselves() {
        int a = knowledge.add(2);
        int b = knowledge.add(2);
        int c = knowledge.add(2);
        knowledge.state(new int[] {a, b}, 4, 4);
        knowledge.state(new int[] {c}, 2, 2);
        knowledge.protect("a", new int[] {a}, 3);
        knowledge.protect("c", new int[] {c}, 2);

        assertThat(exposed()).containsExactly("c");
    }

    @Test
    void whatIsBeyondABoundOrASumIsNoOtherPopulation() {
        int a = knowledge.add(3);
        int b = knowledge.add(6);
        knowledge.state(new int[] {a}, 1, 4);
        knowledge.state(new int[] {b}, 1, Knowledge.UNBOUNDED);
        knowledge.state(new int[] {a, b}, 9, 9);
        knowledge.protect("a", new int[] {a}, 3);

        var part = Component.of(knowledge, secret -> true).components().getFirst();

        assertThat(part.admits(new int[] {4, 5})).isTrue();
        assertThat(part.admits(new int[] {5, 4})).isFalse();
        assertThat(part.admits(new int[] {4, 6})).isFalse();
    }

    @Test
    void refusesAStatementThatIsNotTrue() {
        int a = knowledge.add(2);

        assertThatThrownBy(() -> knowledge.state(new int[] {a}, 3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhenTimeRunsOut() {
        int a = knowledge.add(2);
        int b = knowledge.add(2);
        knowledge.state(new int[] {a, b}, 4, 4);
        knowledge.protect("a", new int[] {a}, 3);

        assertThatThrownBy(() -> new SafetyCheck(TimeLimit.in(Duration.ZERO)).exposed(knowledge, secret -> true))
                .isInstanceOf(TimeRanOutException.class);
    }

    private List<Object> exposed() {
        return new SafetyCheck(TimeLimit.in(Duration.ofMinutes(1)))
                .exposed(knowledge, secret -> true).stream()
                        .map(Secret::subject)
                        .toList();
    }
}
