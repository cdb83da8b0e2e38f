package org.conductregister.query.statistics.path;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** PointSink of paths that are gone along again: they have been told, so only the numbers are asked for. */
final class NoOpPoints implements PointSink {

    private final PointSink told;
    private final Map<Unit, OfUnit> units = new EnumMap<>(Unit.class);

    NoOpPoints(PointSink told) {
        this.told = told;
    }

    @Override
    public void entry(long position, Instant recordedAt) {}

    @Override
    public OfUnit of(Unit unit) {
        return units.computeIfAbsent(unit, one -> new UntoldOfUnit(told.of(one)));
    }

    @Override
    public int person(String officerId) {
        return told.person(officerId);
    }

    private record UntoldOfUnit(OfUnit told) implements OfUnit {

        @Override
        public int member(String record, @Nullable String part) {
            return told.member(record, part);
        }

        @Override
        public int profile(Object[] lasting) {
            return told.profile(lasting);
        }

        @Override
        public int state(Object[] moving) {
            return told.state(moving);
        }

        @Override
        public int version(int member, int profile, int person, int reported, int referred) {
            return told.version(member, profile, person, reported, referred);
        }

        @Override
        public void point(int day, int version, int from, int to) {}
    }
}
