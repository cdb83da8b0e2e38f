package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DayCodeTest {

    private static final int FIRST = day(1900, 1, 1);
    private static final int LAST = day(2079, 6, 4);

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.oneOf(
                Arbitraries.integers(),
                Arbitraries.integers().between(FIRST - 3, FIRST + 3),
                Arbitraries.integers().between(FIRST, LAST),
                Arbitraries.integers().between(LAST - 3, LAST + 3));
    }

    @Example
    void codesGoFrom1900To2079() {
        assertThat((int) DayCode.code(FIRST)).isEqualTo(1);
        assertThat((int) DayCode.code(LAST)).isEqualTo(65_534);
        assertThat(DayCode.code(FIRST - 1)).isEqualTo(DayCode.EARLIER);
        assertThat(DayCode.code(LAST + 1)).isEqualTo(DayCode.LATER);
    }

    @Property(tries = 300)
    void aDayHasACodeOfItsOwnIfItIsWithinThoseYears(@ForAll("days") int day) {
        assertThat(DayCode.hasCode(day)).isEqualTo(FIRST <= day && day <= LAST);
        if (DayCode.hasCode(day)) {
            assertThat(DayCode.day(DayCode.code(day))).isEqualTo(day);
        }
    }

    @Property(tries = 300)
    void codesAreOrderedAsDaysAre(@ForAll("days") int one, @ForAll("days") int other) {
        if (one <= other) {
            assertThat(DayCode.code(one)).isLessThanOrEqualTo(DayCode.code(other));
        }
    }

    @Property(tries = 300)
    void daysOfACodeUpToADayAreNoLater(@ForAll("days") int day, @ForAll("days") int upTo) {
        if (DayCode.code(day) <= DayCode.upTo(upTo)) {
            assertThat(day).isLessThanOrEqualTo(upTo);
        } else if (DayCode.hasCode(day)) {
            assertThat(day).isGreaterThan(upTo);
        }
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
