package org.conductregister.query.statistics;

import java.util.EnumSet;
import java.util.Set;

/**
 * A day in the course of an allegation or a case, by the ends of days. The first four that can be many times are the first time
 * of each; the last three are the days since which something has held, and are taken back when it no longer holds.
 */
public enum Moment {
    /** The report of an allegation, the opening of a case. */
    REPORTED,
    /** The first referral of the case. */
    REFERRED,
    /** The first decision whether there is a case to answer, else the first outcome. */
    DECIDED,
    /** The first listing of misconduct proceedings. */
    LISTED,
    /** The first finding in misconduct proceedings, else the first outcome. */
    HEARD,
    /** The closing; a reopening takes it back. */
    CLOSED,
    /** The day since which every resulting action is concluded. */
    FINALISED,
    /** The day since which the person that an allegation is against has left. Of allegations only. */
    LEFT;

    /** The moments that a duration can begin with. */
    public static final Set<Moment> STARTS = Set.copyOf(EnumSet.range(REPORTED, CLOSED));

    /** The moments that a duration can end with. */
    public static final Set<Moment> ENDS = Set.copyOf(EnumSet.range(REFERRED, LEFT));

    /** Whether members of a unit have it. */
    public boolean appliesTo(Unit unit) {
        return unit == Unit.ALLEGATIONS || (unit == Unit.CASES && this != LEFT);
    }
}
