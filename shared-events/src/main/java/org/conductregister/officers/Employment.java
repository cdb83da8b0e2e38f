package org.conductregister.officers;

import java.time.LocalDate;
import java.util.Collection;
import org.conductregister.terms.states.EmploymentState;
import org.jspecify.annotations.Nullable;

/**
 * The employment of a person, from their own facts and the dismissals ordered in their cases: a dismissal ordered at a
 * hearing ends the employment on the day notified, unless it had ended before or the person has registered again since.
 *
 * @param leftOn the last day the person left or was dismissed; null for one who never was
 */
public record Employment(EmploymentState state, @Nullable LocalDate leftOn) {

    /**
     * The employment of an officer that follows from their own record and from the dismissals in their cases.
     *
     * @param dismissals the days on which dismissals now in force were notified, in any order
     */
    public static Employment of(OfficerState own, Collection<LocalDate> dismissals) {
        if (dismissals.isEmpty()) {
            return new Employment(own.employment(), own.leftOn());
        }
        var state = own.employment();
        var left = own.leftOn();
        for (var dismissal : dismissals) {
            boolean leftBefore = own.employment().hasLeft()
                    && own.leftOn() != null
                    && !own.leftOn().isAfter(dismissal);
            boolean backSince =
                    own.registeredAgainOn() != null && own.registeredAgainOn().isAfter(dismissal);
            if (!leftBefore && !backSince) {
                state = EmploymentState.DISMISSED;
            }
            if (left == null || dismissal.isAfter(left)) {
                left = dismissal;
            }
        }
        return new Employment(state, left);
    }

    public boolean leftOnOrAfter(LocalDate day) {
        return leftOn != null && !leftOn.isBefore(day);
    }
}
