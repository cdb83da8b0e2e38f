package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.CategoryCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.Result;
import org.conductregister.terms.Tags;
import org.conductregister.terms.Workforce;
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

    /**
     * What became of it: the first that holds, in the order of {@link Result}.
     *
     * @param officerLeft whether the officer left, in whatever way, on or after the day of the report
     */
    public Result result(boolean officerLeft) {
        if (criminal.beforeACourt()) {
            return Result.COURT;
        }
        var outcome = misconduct.outcome();
        boolean dismissed =
                outcome != null && (outcome.isDismissal() || outcome == MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED);
        if (dismissed || officerLeft) {
            return Result.LEFT;
        }
        if (outcome != null && outcome.isSanction()) {
            return Result.SANCTIONED;
        }
        return pending() ? Result.PENDING : Result.NO_FURTHER_ACTION;
    }

    AllegationState identified(OfficerId officer) {
        return new AllegationState(
                allegationId, reportedOn, category, officer, workforce, tags, summary, handling, misconduct, criminal);
    }

    AllegationState with(HandlingTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, next, misconduct, criminal);
    }

    AllegationState with(MisconductTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, handling, next, criminal);
    }

    AllegationState with(CriminalTrack next) {
        return new AllegationState(
                allegationId, reportedOn, category, officerId, workforce, tags, summary, handling, misconduct, next);
    }
}
