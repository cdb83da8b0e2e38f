package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.day;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** When something stood closed, by the ends of days. */
class ClosingsTest {

    @Test
    void whatIsClosedAndReopenedWithinADayWasNeverClosed() {
        var closings = Closings.NONE.closed(day(5)).reopened(day(5));

        assertThat(closings.reopenings()).isZero();
        assertThat(closings.since()).isNull();
    }

    @Test
    void whatIsReopenedAndClosedAgainWithinADayWasNeverReopened() {
        var closings = Closings.NONE.closed(day(2)).reopened(day(5)).closed(day(5));

        assertThat(closings.reopenings()).isZero();
        assertThat(closings.since()).isEqualTo(day(2));
    }

    @Property
    void equalsWhatTheEndsOfDaysShow(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 5) Integer> unordered) {
        var days = unordered.stream().sorted().toList();
        var closings = Closings.NONE;
        for (int i = 0; i < days.size(); i++) {
            closings = i % 2 == 0 ? closings.closed(day(days.get(i))) : closings.reopened(day(days.get(i)));
        }

        int reopenings = 0;
        boolean closedBefore = false;
        int since = 0;
        boolean[] stoodClosed = new boolean[6];
        for (int day = 1; day <= 5; day++) {
            int end = day;
            boolean closed = days.stream().filter(each -> each <= end).count() % 2 == 1;
            reopenings += closedBefore && !closed ? 1 : 0;
            since = closed ? closedBefore ? since : day : 0;
            closedBefore = closed;
            stoodClosed[day] = closed;
        }
        for (int day = 1; day <= 5; day++) {
            assertThat(closings.wasPendingOn(day(day)))
                    .isEqualTo(!stoodClosed[day] || !stoodClosed[day - 1] || days.contains(day));
        }
        assertThat(closings.reopenings()).isEqualTo(reopenings);
        assertThat(closings.since()).isEqualTo(since == 0 ? null : day(since));
    }
}
