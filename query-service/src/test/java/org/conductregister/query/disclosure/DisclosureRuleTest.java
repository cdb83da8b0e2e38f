package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DisclosureRuleTest {

    @Test
    void roundsToTheNearestMultiple() {
        var rule = DisclosureRule.rounding(5);

        assertThat(new long[] {rule.rounded(0), rule.rounded(2), rule.rounded(3), rule.rounded(7), rule.rounded(8)})
                .containsExactly(0, 0, 5, 5, 10);
    }

    @Test
    void knowsWhatCanHaveBeenRounded() {
        for (int base : new int[] {5, 10, 7}) {
            var rule = DisclosureRule.rounding(base);
            for (long count = 0; count < 50; count++) {
                long rounded = rule.rounded(count);
                assertThat(count).isBetween((long) rule.leastRoundedTo(rounded), (long) rule.mostRoundedTo(rounded));
                assertThat(rule.rounded(rule.leastRoundedTo(rounded))).isEqualTo(rounded);
                assertThat(rule.rounded(rule.mostRoundedTo(rounded))).isEqualTo(rounded);
            }
        }
    }

    @Test
    void promisesThreePossibleValuesWhereTheThresholdHasAsMany() {
        assertThat(DisclosureRule.USUAL.possibilities()).isEqualTo(3);
        assertThat(new DisclosureRule(3, 0).possibilities()).isEqualTo(2);
    }

    @Test
    void refusesAThresholdBelowWhichACountWouldBeOneAlone() {
        assertThatThrownBy(() -> new DisclosureRule(2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisclosureRule(5, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsFromOneToBelowTheThresholdAreSmall() {
        assertThat(LongStream.rangeClosed(0, 6).filter(DisclosureRule.USUAL::isSmall))
                .containsExactly(1L, 2L, 3L, 4L);
    }
}
