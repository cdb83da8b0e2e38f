package org.conductregister.query.statistics.dimension;

import org.conductregister.cases.Opening;
import org.conductregister.cases.Referral;

/**
 * A referral at the end of a day.
 *
 * @param caseAt its case, then
 */
public record ReferralAt(CaseAt caseAt, Referral referral) {

    Opening opening() {
        return caseAt.opening();
    }
}
