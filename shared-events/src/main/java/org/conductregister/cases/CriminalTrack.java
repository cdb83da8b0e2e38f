package org.conductregister.cases;

import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.Months;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.states.CriminalState;
import org.jspecify.annotations.Nullable;

/** The criminal track of one allegation: the latest state and the latest sentence. */
public record CriminalTrack(
        CriminalState state,
        @Nullable Sentence sentence,
        @Nullable Months months) {

    static final CriminalTrack NONE = new CriminalTrack(CriminalState.NONE, null, null);

    /** Whether the matter is, or was, before a court; a caution or a discontinued case is not. */
    public boolean beforeACourt() {
        return switch (state) {
            case CHARGED, CONVICTED, ACQUITTED, CONVICTION_QUASHED -> true;
            case NONE, CAUTIONED, DISCONTINUED -> false;
        };
    }

    /** Whether no court still has to decide: a conviction waits for its sentence. */
    public boolean concluded() {
        return state != CriminalState.CHARGED && !(state == CriminalState.CONVICTED && sentence == null);
    }

    /** The track after one more fact. A new charge begins anew: an earlier sentence is not one for it. */
    CriminalTrack evolve(CriminalFact fact) {
        return switch (fact) {
            case OfficerCharged f -> new CriminalTrack(CriminalState.CHARGED, null, null);
            case CriminalVerdictReached f -> now(stateAfter(f.verdict()));
            case SentencePassed f -> new CriminalTrack(state, f.sentence(), f.months());
            case CautionGiven f -> now(CriminalState.CAUTIONED);
            case CriminalCaseDiscontinued f -> now(CriminalState.DISCONTINUED);
            case ConvictionQuashed f -> now(CriminalState.CONVICTION_QUASHED);
        };
    }

    private static CriminalState stateAfter(Verdict verdict) {
        return switch (verdict) {
            case CONVICTED -> CriminalState.CONVICTED;
            case ACQUITTED -> CriminalState.ACQUITTED;
        };
    }

    private CriminalTrack now(CriminalState next) {
        return new CriminalTrack(next, sentence, months);
    }
}
