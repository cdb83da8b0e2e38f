package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.path.UnitState;
import org.jspecify.annotations.Nullable;

/** Writes out each point, with what its numbers stand for. */
final class PointTranscript implements PointSink {

    private final List<String> written = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** Entries and points in the order emitted. */
    List<String> written() {
        return written;
    }

    @Override
    public void entry(long position, Instant recordedAt) {
        written.add("entry " + position);
    }

    @Override
    public int person(String officerId) {
        return number(officerId);
    }

    private int number(String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            names.add(name);
            number = names.size() - 1;
        }
        return number;
    }

    @Override
    public OfUnit of(Unit unit) {
        return new OfUnit() {

            @Override
            public int member(String record, @Nullable String part) {
                return number(unit + " " + record + "/" + part);
            }

            @Override
            public int profile(Object[] fixed) {
                return number(Arrays.toString(fixed));
            }

            @Override
            public int state(Object[] changing) {
                return 1 + number(Arrays.toString(changing));
            }

            @Override
            public int version(int member, int profile, int person, int reported, int referred) {
                return number("%s %s of %s, %d, %d"
                        .formatted(
                                names.get(member),
                                names.get(profile),
                                person == UnitState.NOBODY ? "nobody" : names.get(person),
                                reported,
                                referred));
            }

            @Override
            public void point(int day, int version, int from, int to) {
                written.add("%d %s: %s to %s".formatted(day, names.get(version), state(from), state(to)));
            }

            private String state(int number) {
                return number == UnitState.NOT_THERE ? "not there" : names.get(number - 1);
            }
        };
    }
}
