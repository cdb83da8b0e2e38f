package org.conductregister.cases;

import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.Months;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.states.CriminalState;
import org.jspecify.annotations.Nullable;

/**
 * The criminal track of one allegation.
 *
 * @param state the latest
 * @param sentence the gravest part of the sentence for the conviction in force; null where there is none
 * @param months of that part; null where they are not stated
 */
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
            case OfficerCharged f -> without(CriminalState.CHARGED);
            case CriminalVerdictReached f -> after(f.verdict());
            case SentencePassed f -> passed(f);
            case CautionGiven f -> with(CriminalState.CAUTIONED);
            case CriminalCaseDiscontinued f -> with(CriminalState.DISCONTINUED);
            case ConvictionQuashed f -> without(CriminalState.CONVICTION_QUASHED);
        };
    }

    private CriminalTrack after(Verdict verdict) {
        return switch (verdict) {
            case CONVICTED -> with(CriminalState.CONVICTED);
            case ACQUITTED -> without(CriminalState.ACQUITTED);
        };
    }

    /** Parts of a sentence may be passed one after another: the gravest stays, of two of a kind the longer. */
    private CriminalTrack passed(SentencePassed f) {
        if (state == CriminalState.CONVICTION_QUASHED) {
            return this;
        }
        return sentence == null || isGraver(f, sentence) ? new CriminalTrack(state, f.sentence(), f.months()) : this;
    }

    private boolean isGraver(SentencePassed f, Sentence before) {
        int order = f.sentence().compareTo(before);
        boolean longer = f.months() != null && (months == null || f.months().value() > months.value());
        return order < 0 || (order == 0 && longer);
    }

    private CriminalTrack with(CriminalState next) {
        return new CriminalTrack(next, sentence, months);
    }

    private static CriminalTrack without(CriminalState next) {
        return new CriminalTrack(next, null, null);
    }
}
