package org.conductregister.cases;

import org.conductregister.terms.CriminalState;
import org.conductregister.terms.Months;
import org.conductregister.terms.Sentence;
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

    /** A new charge begins anew: an earlier sentence is not one for it. */
    CriminalTrack charged() {
        return new CriminalTrack(CriminalState.CHARGED, null, null);
    }

    CriminalTrack now(CriminalState next) {
        return new CriminalTrack(next, sentence, months);
    }

    CriminalTrack sentenced(Sentence to, @Nullable Months length) {
        return new CriminalTrack(state, to, length);
    }
}
