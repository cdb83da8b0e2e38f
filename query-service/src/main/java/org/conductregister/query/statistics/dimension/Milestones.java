package org.conductregister.query.statistics.dimension;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.InvestigationState;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.ReferralState;

/**
 * How far an allegation or a case has come, as bits of an int: each says that something holds at the end of a day. The day from
 * which a bit has held without a break is a moment, from which durations are computed. Of a case, any of its allegations counts.
 */
public final class Milestones {

    /** Its case was referred at some time. */
    public static final int REFERRED = 1;

    /** It was decided at some time whether there is a case to answer. */
    public static final int DECIDED = 1 << 1;

    /** Misconduct proceedings were listed at some time, whether or not they were withdrawn. */
    public static final int LISTED = 1 << 2;

    /** A finding was made in misconduct proceedings at some time, whether or not it was set aside. */
    public static final int FOUND = 1 << 3;

    /** An outcome was imposed at some time, whether or not it was set aside. */
    public static final int OUTCOME = 1 << 4;

    /** It is closed. */
    public static final int CLOSED = 1 << 5;

    /** It is closed, and every resulting action is concluded. */
    public static final int FINALISED = 1 << 6;

    /** It is pending, and the investigation of its case is suspended. */
    public static final int SUSPENDED = 1 << 7;

    /** The person that it is against has left, on or after the day of the report. Of allegations only. */
    public static final int LEFT = 1 << 8;

    /** The person that it is against has left, before the day of the report. Of allegations only. */
    public static final int LEFT_BEFORE = 1 << 9;

    /** The number of bits. */
    public static final int COUNT = 10;

    private Milestones() {}

    static int of(AllegationAt at) {
        var allegation = at.allegation();
        return ofCase(at.caseState(), allegation.handling().status())
                | ofTracks(allegation)
                | bit(allegation.finalised(), FINALISED)
                | ofEmployment(at);
    }

    static int of(CaseAt at) {
        return of(at.state()) | bit(at.state().finalised(), FINALISED);
    }

    /** All but whether a case is finalised. */
    private static int of(CaseState state) {
        int bits = ofCase(state, state.status());
        for (var allegation : state.allegations().values()) {
            bits |= ofTracks(allegation);
        }
        return bits;
    }

    /** Whether two states of a case have come equally far, but for whether they are finalised. */
    public static boolean same(CaseState a, CaseState b) {
        return of(a) == of(b);
    }

    private static int ofCase(CaseState state, HandlingStatus status) {
        boolean pending = status == HandlingStatus.PENDING;
        return bit(CaseAt.referral(state) != ReferralState.NOT_REFERRED, REFERRED)
                | bit(!pending, CLOSED)
                | bit(pending && state.investigation() == InvestigationState.SUSPENDED, SUSPENDED);
    }

    private static int ofTracks(AllegationState allegation) {
        var misconduct = allegation.misconduct();
        return bit(misconduct.decision() != null, DECIDED)
                | bit(misconduct.reached().proceedings() != null, LISTED)
                | bit(misconduct.reached().finding(), FOUND)
                | bit(misconduct.reached().outcome(), OUTCOME);
    }

    private static int ofEmployment(AllegationAt at) {
        if (!at.employment().hasLeft()) {
            return 0;
        }
        return at.standing().leftOnOrAfter(at.allegation().reportedOn()) ? LEFT : LEFT_BEFORE;
    }

    private static int bit(boolean holds, int bit) {
        return holds ? bit : 0;
    }
}
