package org.conductregister.query.statistics.dimension;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.officers.Employment;
import org.conductregister.officers.Listing;
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.states.EmploymentState;
import org.jspecify.annotations.Nullable;

/**
 * The part of a person's state that the counts depend on, at the end of a day.
 *
 * @param force the one they serve in; null where they are not registered
 * @param workforce null where they are not registered
 * @param rank UNKNOWN where it is not stated; likewise gender and ethnicity
 * @param leavings the days on which they left or were dismissed, ascending
 */
public record Standing(
        @Nullable ForceCode force,
        @Nullable Workforce workforce,
        String rank,
        String gender,
        String ethnicity,
        EmploymentState employment,
        List<LocalDate> leavings,
        Listing listing,
        boolean pensionForfeited) {

    /** The standing of a person of whom nothing is known. */
    public static final Standing UNKNOWN = of(OfficerState.NEW, new Employment(EmploymentState.UNKNOWN, List.of()));

    /** The standing of a person by their own facts and by what of their cases ended their employment. */
    public static Standing of(OfficerState own, Employment employment) {
        return new Standing(
                own.registered() ? own.force() : null,
                own.registered() ? own.workforce() : null,
                stated(own.rank()),
                stated(own.gender()),
                stated(own.ethnicity()),
                employment.state(),
                employment.leavings(),
                own.listing(),
                own.pensionForfeited());
    }

    private static String stated(@Nullable Object value) {
        return value == null ? NoValue.UNKNOWN : value.toString();
    }

    boolean leftOnOrAfter(LocalDate day) {
        return new Employment(employment, leavings).leftOnOrAfter(day);
    }
}
