package org.conductregister.command.decisions;

import static org.conductregister.command.decisions.RuleSource.*;

/**
 * The rules that a record's facts must keep, each with its source and the sentence that a person reads when it is broken.
 * A name is the stable code of the refusal. {@code docs/domain.md} lists them all.
 */
public enum Rule {
    CASE_NOT_OPENED(REGISTER, "Nothing has been opened under this case number. Open the case first."),
    CASE_ALREADY_OPENED(REGISTER, "The case is open already. If its opening is wrong, correct that entry."),
    CASE_RETRACTED(
            REGISTER, "The opening of this case has been retracted. Open it anew, or take the retraction" + " back."),
    CASE_CLOSED(
            REGISTER,
            "The case is closed. Reopen it first, with the reason; if it was closed in error, correct the"
                    + " entry that closed it."),
    CASE_ALREADY_CLOSED(
            REGISTER, "The case is closed already. If it was closed on another day, correct the entry that closed it."),
    CASE_NOT_CLOSED(REGISTER, "The case is not closed on that day, so it cannot be reopened."),
    OCCURRED_BEFORE_CASE_OPENED(
            REGISTER,
            "This is before the day on which the case was opened. If the opening has the wrong day, correct"
                    + " that entry first."),
    ALLEGATION_UNKNOWN(REGISTER, "No such allegation has been reported in this case. Report it first."),
    ALLEGATION_RETRACTED(
            REGISTER,
            "The report of this allegation has been retracted. Report it anew, or take the retraction" + " back."),
    OCCURRED_BEFORE_ALLEGATION_REPORTED(
            REGISTER,
            "This is before the day on which the allegation was reported. If the report has the wrong day,"
                    + " correct that entry first."),
    ALLEGATION_ALREADY_REPORTED(
            REGISTER,
            "An allegation of this number has been reported in this case already. Give this one the next number, or correct that entry."),
    ALLEGATION_ALREADY_CLOSED(
            REGISTER,
            "The allegation is closed already. If the entry that closed it is wrong, correct that" + " entry."),
    OFFICER_ALREADY_IDENTIFIED(
            REGISTER,
            "An officer has been identified for this allegation. If it is the wrong one, correct the entry"
                    + " that names them."),
    OFFICER_NOT_IDENTIFIED(
            PERSON_CONCERNED, "Nobody has been identified for this allegation. Record first who it is" + " against."),
    CASE_NOT_REFERRED(REFERRAL, "The case has not been referred to the watchdog. Record the referral first."),
    REFERRAL_AWAITING_DECISION(
            REFERRAL, "The case has been referred, and the watchdog has not decided yet. Record its decision first."),
    REFERRAL_UNDER_INVESTIGATION(
            REFERRAL,
            "The case has been referred, and the investigation required is not concluded. Record that it is completed first."),
    INVESTIGATION_ALREADY_STARTED(
            REGISTER, "The investigation has started already. If it started on another day, correct that entry."),
    INVESTIGATION_NOT_STARTED(REGISTER, "The investigation has not started. Record its start first."),
    INVESTIGATION_NOT_RUNNING(REGISTER, "The investigation is not running on that day, so it cannot be suspended."),
    INVESTIGATION_NOT_SUSPENDED(REGISTER, "The investigation is not suspended on that day, so it cannot be resumed."),
    PROCEEDINGS_ALREADY_LISTED(
            PROCEEDINGS, "Proceedings have been listed already. If they were listed otherwise, correct that entry."),
    PROCEEDINGS_NOT_LISTED(PROCEEDINGS, "No proceedings have been listed, so none can be withdrawn."),
    NOTHING_TO_APPEAL(APPEAL, "There is no finding and no outcome to appeal against. Record it first."),
    APPEAL_ALREADY_LODGED(APPEAL, "An appeal has been lodged, and not decided yet. Record its result first."),
    APPEAL_NOT_LODGED(APPEAL, "No appeal has been lodged. Record that first."),
    OFFICER_ALREADY_CHARGED(
            CRIMINAL_PROCEDURE,
            "The officer has been charged, and the court has not decided yet. Record its verdict first."),
    OFFICER_NOT_CHARGED(CRIMINAL_PROCEDURE, "The officer has not been charged. Record the charge first."),
    OFFICER_NOT_CONVICTED(CRIMINAL_PROCEDURE, "The officer has not been convicted. Record the verdict first."),
    OFFICER_ALREADY_REGISTERED(
            REGISTER,
            "The officer is registered, and has not left. If what is registered is wrong, correct that" + " entry."),
    OFFICER_HAS_LEFT(REGISTER, "The officer has left. One who comes back is registered again."),
    OFFICER_ALREADY_SUSPENDED(
            REGISTER, "The officer is suspended already. If it was on another day, correct that entry."),
    OFFICER_ALREADY_RESTRICTED(
            REGISTER, "The officer is on restricted duties already. If it was on another day, correct that entry."),
    OFFICER_ON_FULL_DUTIES(REGISTER, "The officer is on full duties already."),
    OFFICER_ALREADY_IN_FORCE(
            REGISTER, "The officer serves in this force already. If they came on another day, correct that entry."),
    OFFICER_ALREADY_LISTED(
            BARRED_AND_ADVISORY_LISTS,
            "The officer is on this list already. If it was on another day, correct that entry."),
    OFFICER_NOT_LISTED(BARRED_AND_ADVISORY_LISTS, "The officer is on neither the barred nor the advisory list."),
    PENSION_ALREADY_FORFEITED(
            PENSION, "The pension has been forfeited already. If it was on another day, correct that entry."),
    RECOMMENDATION_NOT_ISSUED(RECOMMENDATION, "The recommendation has not been issued. Record its issue first."),
    RECOMMENDATION_RETRACTED(
            RECOMMENDATION,
            "The issue of this recommendation has been retracted. Record it anew, or take the retraction" + " back."),
    RECOMMENDATION_ALREADY_ISSUED(
            RECOMMENDATION, "The recommendation has been issued already. If its issue is wrong, correct that entry."),
    OCCURRED_BEFORE_RECOMMENDATION_ISSUED(
            RECOMMENDATION,
            "This is before the day on which the recommendation was issued. If its issue has the wrong day, correct that entry first."),
    RESPONSE_DUE_BEFORE_ISSUE(
            RECOMMENDATION, "The answer would be due before the recommendation is issued. Give a later day."),
    FORCE_NOT_ADDRESSED(
            RECOMMENDATION,
            "The recommendation is not addressed to this force. If it should be, correct the entry that issued it."),
    ENTRY_UNKNOWN(
            REGISTER, "No such entry stands on this record. Open the record, and choose the entry in its timeline."),
    ENTRY_ALREADY_RETRACTED(REGISTER, "The entry has been retracted already."),
    CORRECTION_NOT_REDATABLE(REGISTER, "A correction has no day of its own to be re-dated. Retract it instead."),
    CORRECTION_NOT_CORRECTABLE(
            REGISTER, "A correction is not corrected itself. Retract it, and correct the entry anew."),
    CORRECTED_TO_ANOTHER_KIND(
            REGISTER,
            "An entry is corrected to a fact of the same kind. One of another kind is retracted, and the right one"
                    + " recorded."),
    ALREADY_MARKED_DUPLICATE(
            REGISTER, "This is marked as a duplicate already. To name another, retract that marking first."),
    DUPLICATE_OF_ITSELF(REGISTER, "Nothing is a duplicate of itself. Name the other one."),
    LEGAL_HOLD(REGISTER, "The record is under a legal hold. Release the hold first."),
    LEGAL_HOLD_ALREADY(REGISTER, "The record is under a legal hold already."),
    LEGAL_HOLD_NONE(REGISTER, "The record is under no legal hold."),
    STILL_PENDING(REGISTER, "The record is pending, so its personal data is needed. Close it first."),
    PERSONAL_DATA_FACT_NOT_CORRECTABLE(
            REGISTER, "What was held, released or erased stays as it was recorded, and is not corrected.");

    private final RuleSource source;
    private final String sentence;

    Rule(RuleSource source, String sentence) {
        this.source = source;
        this.sentence = sentence;
    }

    /** The provision of law that the rule comes from, or the register itself. */
    public RuleSource source() {
        return source;
    }

    /** The reason of a refusal and what can be done about it, for a person. */
    public String sentence() {
        return sentence;
    }
}
