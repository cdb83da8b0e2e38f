package org.conductregister.query.statistics.path;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** Drops points and gives the numbers of another sink: for paths traced again, whose points were emitted before. */
final class NoOpPoints implements PointSink {

    private final PointSink sink;
    private final Map<Unit, OfUnit> units = new EnumMap<>(Unit.class);

    NoOpPoints(PointSink sink) {
        this.sink = sink;
    }

    @Override
    public void entry(long position, Instant recordedAt) {}

    @Override
    public OfUnit of(Unit unit) {
        return units.computeIfAbsent(unit, one -> new NoOpUnitPoints(sink.of(one)));
    }

    @Override
    public int person(String officerId) {
        return sink.person(officerId);
    }

    private record NoOpUnitPoints(OfUnit sink) implements OfUnit {

        @Override
        public int member(String record, @Nullable String part) {
            return sink.member(record, part);
        }

        @Override
        public int profile(Object[] fixed) {
            return sink.profile(fixed);
        }

        @Override
        public int state(Object[] changing) {
            return sink.state(changing);
        }

        @Override
        public int version(int member, int profile, int person, int reported, int referred) {
            return sink.version(member, profile, person, reported, referred);
        }

        @Override
        public void point(int day, int version, int from, int to) {}
    }
}
