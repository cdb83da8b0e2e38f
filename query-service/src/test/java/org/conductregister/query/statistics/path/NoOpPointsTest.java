package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoOpPointsTest {

    @Test
    void numbersAreThoseOfTheSinkAndPointsAreDropped() {
        var sink = new CallRecorder();
        var noOp = new NoOpPoints(sink);

        noOp.entry(7, Instant.EPOCH);
        int person = noOp.person("O1");
        var ofUnit = noOp.of(Unit.CASES);
        int member = ofUnit.member("C1", null);
        int profile = ofUnit.profile(new Object[] {"KENT"});
        int state = ofUnit.state(new Object[] {"PENDING"});
        int version = ofUnit.version(member, profile, person, 3, 4);
        ofUnit.point(3, version, UnitState.NOT_THERE, state);

        assertThat(sink.calls)
                .containsExactly(
                        "person O1",
                        "of CASES",
                        "member C1 null",
                        "profile [KENT]",
                        "state [PENDING]",
                        "version 3 4 1 3 4");
        assertThat(List.of(person, member, profile, state, version)).containsExactly(1, 3, 4, 5, 6);
    }

    /** Gives the number of the call for a number. */
    private static final class CallRecorder implements PointSink, PointSink.OfUnit {

        private final List<String> calls = new ArrayList<>();

        private int number(String call) {
            calls.add(call);
            return calls.size();
        }

        @Override
        public void entry(long position, Instant recordedAt) {
            number("entry " + position);
        }

        @Override
        public OfUnit of(Unit unit) {
            number("of " + unit);
            return this;
        }

        @Override
        public int person(String officerId) {
            return number("person " + officerId);
        }

        @Override
        public int member(String record, @Nullable String part) {
            return number("member " + record + " " + part);
        }

        @Override
        public int profile(Object[] fixed) {
            return number("profile " + List.of(fixed));
        }

        @Override
        public int state(Object[] changing) {
            return number("state " + List.of(changing));
        }

        @Override
        public int version(int member, int profile, int person, int reported, int referred) {
            return number("version %d %d %d %d %d".formatted(member, profile, person, reported, referred));
        }

        @Override
        public void point(int day, int version, int from, int to) {
            number("point %d %d %d %d".formatted(day, version, from, to));
        }
    }
}
