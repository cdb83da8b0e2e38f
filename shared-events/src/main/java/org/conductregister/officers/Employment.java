package org.conductregister.officers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.terms.states.EmploymentState;
import org.jspecify.annotations.Nullable;

/**
 * The employment of a person, from their own facts and the dismissals ordered in their cases: a dismissal ordered at a
 * hearing ends the employment on the day notified, unless it had ended before or the person has registered again since.
 *
 * @param leavings the days on which the person left or was dismissed, ascending, also before they came back
 */
public record Employment(EmploymentState state, List<LocalDate> leavings) {

    public Employment {
        leavings = List.copyOf(leavings);
    }

    /**
     * The employment of an officer that follows from their own record and from the dismissals in their cases.
     *
     * @param dismissals the days on which dismissals now in force were notified, in any order
     */
    public static Employment of(OfficerState own, Collection<LocalDate> dismissals) {
        if (dismissals.isEmpty()) {
            return new Employment(own.employment(), own.leavings());
        }
        var state = own.employment();
        for (var dismissal : dismissals) {
            boolean leftBefore = own.employment().hasLeft()
                    && own.leftOn() != null
                    && !own.leftOn().isAfter(dismissal);
            boolean backSince =
                    own.registeredAgainOn() != null && own.registeredAgainOn().isAfter(dismissal);
            if (!leftBefore && !backSince) {
                state = EmploymentState.DISMISSED;
            }
        }
        var days = new TreeSet<>(own.leavings());
        days.addAll(dismissals);
        return new Employment(state, List.copyOf(days));
    }

    /** The last day the person left or was dismissed; null for one who never was. */
    public @Nullable LocalDate leftOn() {
        return leavings.isEmpty() ? null : leavings.getLast();
    }

    public boolean leftOnOrAfter(LocalDate day) {
        var last = leftOn();
        return last != null && !last.isBefore(day);
    }
}
