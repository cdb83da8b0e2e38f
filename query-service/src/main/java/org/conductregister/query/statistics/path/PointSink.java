package org.conductregister.query.statistics.path;

import java.time.Instant;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** Where points go. */
public interface PointSink {

    /** Says which entry the points that follow come from. */
    void entry(long position, Instant recordedAt);

    /** @param unit never OFFICERS: they are counted from the points of allegations */
    OfUnit of(Unit unit);

    /** The number of a person, from 0; the same for the same identifier, also when asked again. */
    int person(String officerId);

    /** The points of one unit. */
    interface OfUnit {

        /**
         * The number of a member, from 0; the same for the same names, also when asked again. Its parts are those of
         * {@link org.conductregister.query.statistics.Members.Member}.
         */
        int member(String record, @Nullable String part);

        /** The number of these values of what does not change by itself, from 0; the same for the same values. */
        int profile(Object[] lasting);

        /** The number of these values of what changes, from 1; the same for the same values. */
        int state(Object[] moving);

        /**
         * A member while what does not change by itself stays as it is; the same number for the same arguments.
         *
         * @param person {@link UnitState#NOBODY} where none is identified
         * @param reported as days since 1970-01-01
         * @param referred likewise; {@link UnitState#NOT_REFERRED} where it is not
         */
        int version(int member, int profile, int person, int reported, int referred);

        /**
         * From the end of a day on, the member in this version is in another state.
         *
         * @param day as days since 1970-01-01
         * @param from the state it was in; {@link UnitState#NOT_THERE} where it was not
         * @param to the state it is in; likewise
         */
        void point(int day, int version, int from, int to);
    }
}
