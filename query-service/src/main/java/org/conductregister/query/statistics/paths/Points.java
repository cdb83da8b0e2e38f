package org.conductregister.query.statistics.paths;

import java.time.Instant;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** Where points go. */
public interface Points {

    /** Says which entry the points that follow come from. */
    void entry(long position, Instant recordedAt);

    /** @param unit never OFFICERS: they are counted from the points of allegations */
    OfUnit of(Unit unit);

    /** A person not met before. */
    int person(String officerId);

    /** The points of one unit. */
    interface OfUnit {

        /** A member not met before; its parts are those of {@link org.conductregister.query.statistics.Members.Member}. */
        int member(String record, @Nullable String part);

        /** The number of the cell of these values; the same for the same values. */
        int cell(Object[] values);

        /**
         * One unit more or one less in a state, from the end of a day on.
         *
         * @param day as days since 1970-01-01, like {@code reported} and {@code referred}
         * @param delta 1 or -1
         * @param person {@link UnitState#NOBODY} where none is identified
         * @param referred {@link UnitState#NOT_REFERRED} where it is not
         */
        void point(int day, int delta, int member, int cell, int person, int reported, int referred);
    }
}
