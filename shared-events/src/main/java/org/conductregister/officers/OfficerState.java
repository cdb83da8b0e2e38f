package org.conductregister.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.conductregister.entries.History.InEffect;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The fold of an officer's own facts. Dismissals ordered in cases are not among them: {@link Employment} adds them.
 * {@link #evolve} is total. Immutable.
 *
 * @param registeredOn the day of the latest registration; null for a person not registered
 * @param registeredAgainOn the day of the latest registration of somebody who was registered before; null where there is none
 * @param employment UNKNOWN until a fact states it
 * @param leavings the days on which the person left, ascending, also before they came back
 */
public record OfficerState(
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate registeredAgainOn,
        @Nullable ForceCode force,
        @Nullable Workforce workforce,
        @Nullable Label rank,
        @Nullable PersonName name,
        @Nullable GenderCode gender,
        @Nullable EthnicityCode ethnicity,
        EmploymentState employment,
        List<LocalDate> leavings,
        Listing listing,
        boolean pensionForfeited) {

    /** Before any fact. */
    public static final OfficerState NEW = new OfficerState(
            null, null, null, null, null, null, null, null, EmploymentState.UNKNOWN, List.of(), Listing.NONE, false);

    /** Folds an officer's entries, given in order of the day. */
    public static OfficerState of(Collection<InEffect> inOrder) {
        var state = NEW;
        for (var entry : inOrder) {
            state = state.evolve(entry.day(), (OfficerFact) entry.fact());
        }
        return state;
    }

    /** The last day the person left, also after they came back; null for one who never did. */
    public @Nullable LocalDate leftOn() {
        return leavings.isEmpty() ? null : leavings.getLast();
    }

    public boolean registered() {
        return registeredOn != null;
    }

    /** The state after one more fact. */
    public OfficerState evolve(LocalDate day, OfficerFact fact) {
        return switch (fact) {
            case OfficerRegistered f -> registered(day, f);
            case OfficerPutOnRestrictedDuties f -> serves(EmploymentState.RESTRICTED_DUTIES);
            case OfficerSuspended f -> serves(EmploymentState.SUSPENDED);
            case OfficerReturnedToFullDuties f -> serves(EmploymentState.SERVING);
            case OfficerResigned f -> left(day, EmploymentState.RESIGNED);
            case OfficerRetired f -> left(day, EmploymentState.RETIRED);
            case OfficerDismissed f -> left(day, EmploymentState.DISMISSED);
            case OfficerLeft f -> left(day, EmploymentState.LEFT_OTHER);
            case OfficerTransferred f ->
                new OfficerState(
                        registeredOn,
                        registeredAgainOn,
                        f.force(),
                        workforce,
                        rank,
                        name,
                        gender,
                        ethnicity,
                        employment,
                        leavings,
                        listing,
                        pensionForfeited);
            case OfficerBarred f -> listed(Listing.BARRED);
            case OfficerPlacedOnAdvisoryList f -> listed(Listing.ADVISORY);
            case OfficerDelisted f -> listed(Listing.NONE);
            case PensionForfeited f ->
                new OfficerState(
                        registeredOn,
                        registeredAgainOn,
                        force,
                        workforce,
                        rank,
                        name,
                        gender,
                        ethnicity,
                        employment,
                        leavings,
                        listing,
                        true);
        };
    }

    /**
     * A registration says who somebody is and where they serve. It undoes nothing, unless they were registered before and have
     * left since: then it is a return.
     */
    private OfficerState registered(LocalDate day, OfficerRegistered f) {
        boolean returns = registered() && employment.hasLeft();
        return new OfficerState(
                day,
                registered() ? day : registeredAgainOn,
                f.force(),
                f.workforce(),
                f.rank(),
                f.name(),
                f.gender(),
                f.ethnicity(),
                returns || employment == EmploymentState.UNKNOWN ? EmploymentState.SERVING : employment,
                leavings,
                listing,
                pensionForfeited);
    }

    private OfficerState serves(EmploymentState how) {
        return new OfficerState(
                registeredOn,
                registeredAgainOn,
                force,
                workforce,
                rank,
                name,
                gender,
                ethnicity,
                how,
                leavings,
                listing,
                pensionForfeited);
    }

    private OfficerState left(LocalDate day, EmploymentState how) {
        return new OfficerState(
                registeredOn,
                registeredAgainOn,
                force,
                workforce,
                rank,
                name,
                gender,
                ethnicity,
                how,
                with(day),
                listing,
                pensionForfeited);
    }

    private List<LocalDate> with(LocalDate day) {
        if (day.equals(leftOn())) {
            return leavings;
        }
        var more = new ArrayList<>(leavings);
        more.add(day);
        return List.copyOf(more);
    }

    private OfficerState listed(Listing now) {
        return new OfficerState(
                registeredOn,
                registeredAgainOn,
                force,
                workforce,
                rank,
                name,
                gender,
                ethnicity,
                employment,
                leavings,
                now,
                pensionForfeited);
    }
}
