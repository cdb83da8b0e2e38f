package org.conductregister.query.statistics.dimension;

import org.conductregister.cases.Opening;
import org.conductregister.cases.Referral;

/** A referral at the end of a day, and its case. */
public record ReferralAt(CaseAt of, Referral referral) {

    Opening opening() {
        return of.opening();
    }
}
