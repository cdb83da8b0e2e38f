package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.states.ReferralState;
import org.jspecify.annotations.Nullable;

/**
 * A referral of a case to the watchdog.
 *
 * @param mode null until decided
 * @param concluded whether the investigation that the watchdog required has ended; stays so when the case reopens
 */
public record Referral(
        LocalDate referredOn,
        ReferralBasis basis,
        WatchdogCode watchdog,
        @Nullable InvestigationMode mode,
        boolean concluded) {

    static final WatchdogCode IOPC = new WatchdogCode("IOPC");

    public ReferralState state() {
        if (mode == null) {
            return ReferralState.AWAITING_DECISION;
        }
        if (!mode.requiresInvestigation()) {
            return ReferralState.RETURNED;
        }
        return concluded ? ReferralState.CONCLUDED : ReferralState.UNDER_INVESTIGATION;
    }

    /** A decision taken anew opens the referral again: what it requires is still to be done. */
    Referral decided(InvestigationMode what) {
        return new Referral(referredOn, basis, watchdog, what, false);
    }

    Referral investigationEnded() {
        return state() == ReferralState.UNDER_INVESTIGATION
                ? new Referral(referredOn, basis, watchdog, mode, true)
                : this;
    }
}
