package org.conductregister.query.statistics.plan;

import org.conductregister.query.statistics.DayRange;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.path.UnitState;

/** The limits of a population that are days, as days since 1970-01-01, both ends included. */
public record DayWindow(int reportedFrom, int reportedTo, int referredFrom, int referredTo) {

    private static final DayWindow EVERYTHING = of(Population.EVERYTHING);

    static DayWindow of(Population population) {
        var referred = population.referred();
        return new DayWindow(
                from(population.reported()),
                to(population.reported(), Integer.MAX_VALUE),
                from(referred),
                // a limit of any kind leaves out what is not referred
                to(referred, referred.isAlways() ? Integer.MAX_VALUE : UnitState.NOT_REFERRED - 1));
    }

    boolean isEverything() {
        return equals(EVERYTHING);
    }

    private static int from(DayRange days) {
        return days.from() == null
                ? Integer.MIN_VALUE
                : Math.toIntExact(days.from().toEpochDay());
    }

    private static int to(DayRange days, int whereOpen) {
        return days.to() == null ? whereOpen : Math.toIntExact(days.to().toEpochDay());
    }

    /** Whether a version of a member was reported and referred within the limits. */
    public boolean admits(MemberVersions versions, int version) {
        return admits(versions.reported(version), versions.referred(version));
    }

    /** Whether days, as days since 1970-01-01, are within the limits. */
    public boolean admits(int reported, int referred) {
        return reported >= reportedFrom && reported <= reportedTo && referred >= referredFrom && referred <= referredTo;
    }
}
