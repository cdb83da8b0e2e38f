package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.states.MisconductState;
import org.jspecify.annotations.Nullable;

/**
 * The misconduct track of one allegation.
 *
 * @param outcome the outcome in force, or null
 * @param outcomeOn the day the outcome in force was notified; null where there is none
 * @param appealed whether an appeal is open; the outcome stays in force meanwhile
 * @param reached what has happened at some time, whether or not it still stands
 */
public record MisconductTrack(
        @Nullable CaseToAnswerDecision decision,
        boolean listed,
        @Nullable MisconductFinding finding,
        @Nullable MisconductOutcome outcome,
        @Nullable LocalDate outcomeOn,
        boolean appealed,
        Reached reached) {

    static final MisconductTrack NONE = new MisconductTrack(null, false, null, null, null, false, Reached.NOTHING);

    /**
     * The steps of the misconduct track that have happened at some time; nothing takes them back. That a decision was
     * made is known from the decision itself, which always stands.
     *
     * @param proceedings the kind listed last; null where none was listed
     * @param finding whether a finding was made in proceedings
     * @param outcome whether an outcome was imposed
     */
    public record Reached(@Nullable ProceedingsKind proceedings, boolean finding, boolean outcome) {

        static final Reached NOTHING = new Reached(null, false, false);

        private Reached afterListing(ProceedingsKind kind) {
            return proceedings == kind ? this : new Reached(kind, finding, outcome);
        }

        private Reached afterFinding() {
            return finding ? this : new Reached(proceedings, true, outcome);
        }

        private Reached afterOutcome() {
            return outcome ? this : new Reached(proceedings, finding, true);
        }
    }

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

    /** Whether a finding of misconduct stands. */
    boolean isFoundAgainst() {
        return finding == MisconductFinding.GROSS_MISCONDUCT || finding == MisconductFinding.MISCONDUCT;
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
        return new MisconductTrack(what, listed, finding, outcome, outcomeOn, appealed, reached);
    }

    MisconductTrack listed(ProceedingsKind kind) {
        var next = reached.afterListing(kind);
        return new MisconductTrack(decision, true, finding, outcome, outcomeOn, appealed, next);
    }

    MisconductTrack withdrawn() {
        return new MisconductTrack(decision, false, finding, outcome, outcomeOn, appealed, reached);
    }

    MisconductTrack found(MisconductFinding what) {
        return new MisconductTrack(decision, listed, what, outcome, outcomeOn, appealed, reached.afterFinding());
    }

    MisconductTrack imposed(MisconductOutcome what, LocalDate day) {
        var notified = what == outcome ? outcomeOn : day;
        return new MisconductTrack(decision, listed, finding, what, notified, appealed, reached.afterOutcome());
    }

    MisconductTrack appealLodged() {
        return new MisconductTrack(decision, listed, finding, outcome, outcomeOn, true, reached);
    }

    MisconductTrack appealDismissed() {
        return new MisconductTrack(decision, listed, finding, outcome, outcomeOn, false, reached);
    }

    /** An appeal upheld with nothing in the outcome's place: finding and outcome are set aside, and nothing is listed. */
    MisconductTrack setAside() {
        return new MisconductTrack(decision, false, null, null, null, false, reached);
    }
}
