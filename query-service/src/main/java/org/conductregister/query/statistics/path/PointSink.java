package org.conductregister.query.statistics.path;

import java.time.Instant;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Takes the points of all units. A point says that from the end of a day on one unit leaves a state and enters another. The
 * sink also numbers what points are made of: the same thing has the same number for ever. One thread calls it.
 */
public interface PointSink {

    /** Begins an entry: the points that follow come from it. */
    void entry(long position, Instant recordedAt);

    /**
     * The sink of the points of a unit.
     *
     * @param unit not OFFICERS, who are counted from the points of allegations
     */
    OfUnit of(Unit unit);

    /** The number of a person, from 0. */
    int person(String officerId);

    /** The points of one unit. */
    interface OfUnit {

        /**
         * The number of a member (an allegation, case, referral or response), from 0. The names are those of
         * {@link org.conductregister.query.statistics.Members.Member}.
         */
        int member(String record, @Nullable String part);

        /** The number of a tuple of values of the fixed dimensions, from 0. */
        int profile(Object[] fixed);

        /** The number of a tuple of values of the changing dimensions, from 1. */
        int state(Object[] changing);

        /**
         * The number of a member version: a member while its fixed dimensions, its person and its days stay as they are.
         *
         * @param person {@link UnitState#NOBODY} where none is identified
         * @param reported as days since 1970-01-01; {@link UnitState#NOT_REPORTED} where it is not
         * @param referred likewise; {@link UnitState#NOT_REFERRED} where it is not
         */
        int version(int member, int profile, int person, int reported, int referred);

        /**
         * Adds a point: from the end of a day on, a member version leaves one state and enters another.
         *
         * @param day as days since 1970-01-01; no earlier than the version was reported, if it was
         * @param from the state it leaves; {@link UnitState#NOT_THERE} where it did not exist
         * @param to the state it enters; {@link UnitState#NOT_THERE} where it ceases to exist
         */
        void point(int day, int version, int from, int to);
    }
}
