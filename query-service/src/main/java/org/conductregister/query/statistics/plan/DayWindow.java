package org.conductregister.query.statistics.plan;

import org.conductregister.query.statistics.DayRange;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.path.UnitState;

/** The limits of a population that are days, as days since 1970-01-01, both ends included. */
public record DayWindow(int reportedFrom, int reportedTo, int referredFrom, int referredTo) {

    private static final DayWindow UNLIMITED = of(Population.EVERYTHING);

    /** The window of a population. Any limit on the days of referral leaves out what is not referred. */
    static DayWindow of(Population population) {
        var referred = population.referred();
        return new DayWindow(
                from(population.reported()),
                to(population.reported(), Integer.MAX_VALUE),
                from(referred),
                to(referred, referred.isAlways() ? UnitState.NOT_REFERRED : UnitState.NOT_REFERRED - 1));
    }

    private static int from(DayRange days) {
        return days.from() == null
                ? Integer.MIN_VALUE
                : Math.toIntExact(days.from().toEpochDay());
    }

    private static int to(DayRange days, int whereOpen) {
        return days.to() == null ? whereOpen : Math.toIntExact(days.to().toEpochDay());
    }

    /** Whether every version is within it. */
    boolean isUnlimited() {
        return equals(UNLIMITED);
    }

    /** Whether a version was reported and referred within the window; O(1). */
    public boolean admits(MemberVersions.View versions, int version) {
        return (areAllReports() || isReported(versions.reported(version)))
                && (areAllReferrals() || isReferred(versions.referred(version)));
    }

    /**
     * Whether a pair of days is within the window.
     *
     * @param referred {@link UnitState#NOT_REFERRED} where there is none
     */
    public boolean admits(int reported, int referred) {
        return isReported(reported) && isReferred(referred);
    }

    private boolean areAllReports() {
        return reportedFrom == Integer.MIN_VALUE && reportedTo == Integer.MAX_VALUE;
    }

    private boolean isReported(int day) {
        return day >= reportedFrom && day <= reportedTo;
    }

    private boolean areAllReferrals() {
        return referredFrom == Integer.MIN_VALUE && referredTo == UnitState.NOT_REFERRED;
    }

    private boolean isReferred(int day) {
        return day >= referredFrom && day <= referredTo;
    }
}
