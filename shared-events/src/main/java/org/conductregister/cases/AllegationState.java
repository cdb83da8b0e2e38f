package org.conductregister.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Predicate;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.states.Result;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * The state of one accusation against one officer, on each of its tracks. No track is derived from another. Immutable.
 *
 * @param officerId null until the officer is identified
 * @param workforce as stated with the allegation; null where it was not
 * @param tags its own, without those of the case
 */
public record AllegationState(
        AllegationId allegationId,
        LocalDate reportedOn,
        CategoryCode category,
        @Nullable OfficerId officerId,
        @Nullable Workforce workforce,
        Tags tags,
        @Nullable FreeText summary,
        HandlingTrack handling,
        MisconductTrack misconduct,
        CriminalTrack criminal) {

    public boolean pending() {
        return handling.ending() == null;
    }

    /** Closed, and every resulting action concluded, criminal proceedings and appeals included. */
    public boolean finalised() {
        return !pending() && misconduct.concluded() && criminal.concluded();
    }

    /** Whether it was pending at some time of a day: from the day of its report to the day it closed, both included, reopenings alike. */
    public boolean wasPendingOn(LocalDate day) {
        return !day.isBefore(reportedOn) && handling.closings().wasPendingOn(day);
    }

    /**
     * Returns its result: the first that holds, in the order of {@link Result}.
     *
     * @param leftOn the days on which the officer left, in whatever way
     * @param upheld whether a finding that is none of misconduct is against the officer
     */
    public Result result(Collection<LocalDate> leftOn, Predicate<FindingCode> upheld) {
        if (criminal.beforeACourt()) {
            return Result.COURT;
        }
        var outcome = misconduct.outcome();
        boolean dismissed =
                outcome != null && (outcome.isDismissal() || outcome == MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED);
        if (dismissed || leftOn.stream().anyMatch(this::wasPendingOn)) {
            return Result.LEFT;
        }
        if (outcome != null && outcome.isSanction()) {
            return Result.SANCTIONED;
        }
        if (pending()) {
            return Result.PENDING;
        }
        boolean against =
                misconduct.isFoundAgainst() || (handling.finding() != null && upheld.test(handling.finding()));
        return against ? Result.UPHELD : Result.NO_FURTHER_ACTION;
    }

    static AllegationState reported(LocalDate day, AllegationReported f) {
        return new AllegationState(
                f.allegationId(),
                day,
                f.category(),
                f.officerId(),
                f.workforce(),
                Tags.orNone(f.tags()),
                f.summary(),
                HandlingTrack.REPORTED,
                MisconductTrack.NONE,
                CriminalTrack.NONE);
    }

    /** The state after one more fact about this allegation. */
    AllegationState evolve(LocalDate day, ReportedAllegationFact fact) {
        return switch (fact) {
            case OfficerIdentified f -> identified(f.officerId());
            case SeverityAssessed f -> with(handling.assessed(f.severity()));
            case MisconductFact f -> evolve(day, f);
            case AppealFact f -> evolve(day, f);
            case CriminalFact f -> with(criminal.evolve(f));
            case EndingFact f -> evolve(day, f);
        };
    }

    private AllegationState evolve(LocalDate day, MisconductFact fact) {
        return switch (fact) {
            case CaseToAnswerDecided f -> with(misconduct.decided(f.decision()));
            case ProceedingsListed f -> with(misconduct.listed(f.proceedings()));
            case ProceedingsWithdrawn f -> with(misconduct.withdrawn());
            case MisconductFindingMade f ->
                with(misconduct.found(f.finding()))
                        .with(handling.found(new FindingCode(f.finding().name())));
            case MisconductOutcomeImposed f -> with(misconduct.imposed(f.outcome(), day));
        };
    }

    private AllegationState evolve(LocalDate day, AppealFact fact) {
        return switch (fact) {
            case AppealLodged f -> with(misconduct.appealLodged());
            case AppealDecided f -> decided(day, f);
        };
    }

    /**
     * Facts recorded by earlier versions may state an outcome with UPHELD, which is imposed, and none with OUTCOME_VARIED,
     * which leaves the outcome as it was.
     */
    private AllegationState decided(LocalDate day, AppealDecided f) {
        var unappealed = with(misconduct.appealDismissed());
        boolean outcomeStands = f.result() == AppealResult.DISMISSED;
        if (f.outcome() != null && !outcomeStands) {
            return unappealed.with(unappealed.misconduct.imposed(f.outcome(), day));
        }
        return f.result() == AppealResult.UPHELD
                ? unappealed.with(unappealed.misconduct.setAside()).with(handling.found(null))
                : unappealed;
    }

    private AllegationState evolve(LocalDate day, EndingFact fact) {
        return switch (fact) {
            case NoFurtherActionTaken f -> with(handling.ended(HandlingTrack.Ending.NO_FURTHER_ACTION, day));
            case AllegationWithdrawn f -> with(handling.ended(HandlingTrack.Ending.WITHDRAWN, day));
            case AllegationClosed f -> closed(day, f);
        };
    }

    private AllegationState closed(LocalDate day, AllegationClosed f) {
        var ended = handling.ended(HandlingTrack.Ending.CLOSED, day);
        var next = with(f.finding() == null ? ended : ended.found(f.finding()));
        return f.outcome() == null ? next : next.with(misconduct.imposed(f.outcome(), day));
    }

    private AllegationState identified(OfficerId officer) {
        return new AllegationState(
                allegationId, reportedOn, category, officer, workforce, tags, summary, handling, misconduct, criminal);
    }

    AllegationState with(HandlingTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, next, misconduct, criminal);
    }

    private AllegationState with(MisconductTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, handling, next, criminal);
    }

    private AllegationState with(CriminalTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, handling, misconduct, next);
    }
}
