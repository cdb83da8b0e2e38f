package org.conductregister.query.casefile.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.CriminalTrack;
import org.conductregister.cases.MisconductTrack;
import org.conductregister.query.casefile.OfficerAt;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.Months;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.MisconductState;
import org.conductregister.terms.states.Result;
import org.conductregister.terms.states.Stage;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * An allegation and its tracks. What statistics can group by is said in their words, NONE and UNKNOWN included.
 *
 * @param workforce as stated with the allegation, else as the officer is registered
 * @param tags its own, without those of its case
 * @param employment of the officer
 */
public record AllegationAnswer(
        AllegationId allegationId,
        CategoryCode category,
        LocalDate reportedOn,
        @Nullable OfficerId officerId,
        String workforce,
        Tags tags,
        @Nullable FreeText summary,
        Handling handling,
        Misconduct misconduct,
        Criminal criminal,
        EmploymentState employment,
        Result result) {

    private static final String NONE = "NONE";

    /** @param finding of the proceedings or of the closing, whichever came last */
    @Schema(name = "HandlingTrack", description = "How far the allegation has been handled.")
    record Handling(HandlingStatus status, Stage stage, boolean finalised, String severity, String finding) {

        private static Handling of(CaseState state, AllegationState allegation) {
            var track = allegation.handling();
            return new Handling(
                    track.status(),
                    state.stageOf(allegation),
                    allegation.finalised(),
                    Objects.toString(track.severity(), "NOT_ASSESSED"),
                    Objects.toString(track.finding(), NONE));
        }
    }

    /** @param outcome in force */
    @Schema(name = "MisconductTrack", description = "How the misconduct proceedings stand.")
    record Misconduct(
            MisconductState state,
            @Nullable CaseToAnswerDecision decision,
            @Nullable MisconductFinding finding,
            String outcome,
            @Nullable LocalDate outcomeOn,
            boolean appealed) {

        private static Misconduct of(MisconductTrack track) {
            return new Misconduct(
                    track.state(),
                    track.decision(),
                    track.finding(),
                    Objects.toString(track.outcome(), NONE),
                    track.outcomeOn(),
                    track.appealed());
        }
    }

    @Schema(name = "CriminalTrack", description = "How the criminal proceedings stand.")
    record Criminal(
            CriminalState state, String sentence, @Nullable Months months) {

        private static Criminal of(CriminalTrack track) {
            return new Criminal(track.state(), Objects.toString(track.sentence(), NONE), track.months());
        }
    }

    /**
     * @param officer whom it is against; null while nobody is identified
     * @param upheld whether a finding is against the officer
     */
    static AllegationAnswer of(
            CaseState state, AllegationState allegation, @Nullable OfficerAt officer, Predicate<FindingCode> upheld) {
        var employment = officer == null ? null : officer.employment();
        var registered = officer == null ? null : officer.own().workforce();
        var workforce = allegation.workforce() == null ? registered : allegation.workforce();
        return new AllegationAnswer(
                allegation.allegationId(),
                allegation.category(),
                allegation.reportedOn(),
                allegation.officerId(),
                Objects.toString(workforce, "UNKNOWN"),
                allegation.tags(),
                allegation.summary(),
                Handling.of(state, allegation),
                Misconduct.of(allegation.misconduct()),
                Criminal.of(allegation.criminal()),
                employment == null ? EmploymentState.UNIDENTIFIED : employment.state(),
                allegation.result(employment == null ? List.of() : employment.leavings(), upheld));
    }
}
