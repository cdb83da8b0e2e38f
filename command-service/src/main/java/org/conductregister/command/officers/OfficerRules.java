package org.conductregister.command.officers;

import static org.conductregister.command.decisions.Rule.*;

import java.time.LocalDate;
import java.util.Optional;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.Rules;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.officers.Listing;
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.states.EmploymentState;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an officer. Officers need not be registered first, because records arrive in any order. Dismissals
 * ordered in cases are on other records, so these rules do not know them.
 */
final class OfficerRules implements Rules<OfficerState> {

    @Override
    public OfficerState initial() {
        return OfficerState.NEW;
    }

    @Override
    public OfficerState evolve(OfficerState before, LocalDate day, Fact fact) {
        return before.evolve(day, (OfficerFact) fact);
    }

    @Override
    public Optional<Rule> broken(OfficerState before, LocalDate day, Fact fact) {
        return Optional.ofNullable(broken(before, (OfficerFact) fact));
    }

    private static @Nullable Rule broken(OfficerState state, OfficerFact fact) {
        var employment = state.employment();
        return switch (fact) {
            case OfficerRegistered f -> state.registered() && !employment.hasLeft() ? OFFICER_ALREADY_REGISTERED : null;
            case OfficerPutOnRestrictedDuties f ->
                whileServing(state, employment == EmploymentState.RESTRICTED_DUTIES, OFFICER_ALREADY_RESTRICTED);
            case OfficerSuspended f ->
                whileServing(state, employment == EmploymentState.SUSPENDED, OFFICER_ALREADY_SUSPENDED);
            case OfficerReturnedToFullDuties f ->
                whileServing(state, employment == EmploymentState.SERVING, OFFICER_ON_FULL_DUTIES);
            case OfficerResigned f -> whileServing(state);
            case OfficerRetired f -> whileServing(state);
            case OfficerDismissed f -> whileServing(state);
            case OfficerLeft f -> whileServing(state);
            case OfficerTransferred f -> whileServing(state, f.force().equals(state.force()), OFFICER_ALREADY_IN_FORCE);
            case OfficerBarred f -> state.listing() == Listing.BARRED ? OFFICER_ALREADY_LISTED : null;
            case OfficerPlacedOnAdvisoryList f -> state.listing() == Listing.NONE ? null : OFFICER_ALREADY_LISTED;
            case OfficerDelisted f -> state.listing() == Listing.NONE ? OFFICER_NOT_LISTED : null;
            case PensionForfeited f -> state.pensionForfeited() ? PENSION_ALREADY_FORFEITED : null;
        };
    }

    private static @Nullable Rule whileServing(OfficerState state) {
        return state.employment().hasLeft() ? OFFICER_HAS_LEFT : null;
    }

    private static @Nullable Rule whileServing(OfficerState state, boolean already, Rule rule) {
        var left = whileServing(state);
        return left == null && already ? rule : left;
    }
}
