package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.MisconductState;
import org.jspecify.annotations.Nullable;

/**
 * The misconduct track of one allegation.
 *
 * @param outcome the outcome in force, or null
 * @param outcomeOn the day the outcome in force was notified; null where there is none
 * @param appealed whether an appeal is open; the outcome stays in force meanwhile
 */
public record MisconductTrack(
        @Nullable CaseToAnswerDecision decision,
        boolean listed,
        @Nullable MisconductFinding finding,
        @Nullable MisconductOutcome outcome,
        @Nullable LocalDate outcomeOn,
        boolean appealed) {

    static final MisconductTrack NONE = new MisconductTrack(null, false, null, null, null, false);

    public MisconductState state() {
        if (appealed) {
            return MisconductState.APPEALED;
        }
        if (outcome != null) {
            return MisconductState.of(outcome);
        }
        if (finding != null) {
            return MisconductState.FINDING_MADE;
        }
        if (listed) {
            return MisconductState.PROCEEDINGS_LISTED;
        }
        return switch (decision) {
            case null -> MisconductState.NONE;
            case NO_CASE_TO_ANSWER -> MisconductState.NO_CASE_TO_ANSWER;
            case GROSS_MISCONDUCT, MISCONDUCT -> MisconductState.CASE_TO_ANSWER;
        };
    }

    /** Whether proceedings were begun and not withdrawn, whatever they have led to. */
    public boolean inProceedings() {
        return listed || finding != null || outcome != null || appealed;
    }

    /** Whether nothing that was begun is still to be concluded. */
    public boolean concluded() {
        if (appealed) {
            return false;
        }
        return outcome != null || finding == MisconductFinding.NOT_PROVEN || (finding == null && !listed);
    }

    /** The day a dismissal in force was notified, or null. */
    public @Nullable LocalDate dismissedOn() {
        return outcome != null && outcome.isDismissal() ? outcomeOn : null;
    }

    MisconductTrack decided(CaseToAnswerDecision what) {
        return new MisconductTrack(what, listed, finding, outcome, outcomeOn, appealed);
    }

    MisconductTrack listed(boolean now) {
        return new MisconductTrack(decision, now, finding, outcome, outcomeOn, appealed);
    }

    MisconductTrack found(MisconductFinding what) {
        return new MisconductTrack(decision, listed, what, outcome, outcomeOn, appealed);
    }

    MisconductTrack imposed(MisconductOutcome what, LocalDate day) {
        var notified = what == outcome ? outcomeOn : day;
        return new MisconductTrack(decision, listed, finding, what, notified, appealed);
    }

    MisconductTrack appealLodged() {
        return new MisconductTrack(decision, listed, finding, outcome, outcomeOn, true);
    }

    MisconductTrack appealDismissed() {
        return new MisconductTrack(decision, listed, finding, outcome, outcomeOn, false);
    }

    /** An appeal upheld with nothing in the outcome's place: finding and outcome are set aside, and nothing is listed. */
    MisconductTrack setAside() {
        return new MisconductTrack(decision, false, null, null, null, false);
    }
}
