package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.Arrays;
import org.conductregister.query.statistics.path.PointSink;
import org.jspecify.annotations.Nullable;

/** Counts points and digests them. What is numbered has its hash for a number, since two alike do no harm here. */
final class PointDigest implements PointSink, PointSink.OfUnit {

    private long count;
    private long digest;

    long count() {
        return count;
    }

    /** A digest of all points in the order emitted. */
    long digest() {
        return digest;
    }

    @Override
    public void entry(long position, Instant recordedAt) {
        digest = 31 * digest + position;
    }

    @Override
    public OfUnit of(Unit unit) {
        return this;
    }

    @Override
    public int person(String officerId) {
        return officerId.hashCode();
    }

    @Override
    public int member(String record, @Nullable String part) {
        return 31 * record.hashCode() + (part == null ? 0 : part.hashCode());
    }

    @Override
    public int profile(Object[] fixed) {
        return Arrays.hashCode(fixed);
    }

    @Override
    public int state(Object[] changing) {
        return Arrays.hashCode(changing) | 1;
    }

    @Override
    public int version(int member, int profile, int person, int reported, int referred) {
        return 31 * (31 * (31 * (31 * member + profile) + person) + reported) + referred;
    }

    @Override
    public void point(int day, int version, int from, int to) {
        count++;
        digest = 31 * (31 * (31 * (31 * digest + day) + version) + from) + to;
    }
}
