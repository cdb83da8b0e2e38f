package org.conductregister.command.decisions;

/** The rules that a record's facts must keep, each with the sentence that a person reads when it is broken. */
public enum Rule {
    CASE_NOT_OPENED("The case has not been opened. Log CaseOpened first."),
    CASE_ALREADY_OPENED("The case is open already. An opening that was wrong is retracted or re-dated."),
    CASE_RETRACTED("The opening of this case has been retracted. Log CaseOpened anew, or retract the retraction."),
    CASE_CLOSED("The case is closed. Log CaseReopened first, with the reason."),
    CASE_ALREADY_CLOSED("The case is closed already."),
    CASE_NOT_CLOSED("The case is not closed, so it cannot be reopened."),
    OCCURRED_BEFORE_CASE_OPENED("This is before the day on which the case was opened."),
    ALLEGATION_UNKNOWN("No such allegation has been reported in this case."),
    ALLEGATION_RETRACTED(
            "The report of this allegation has been retracted. Log AllegationReported anew, or retract the retraction."),
    OCCURRED_BEFORE_ALLEGATION_REPORTED("This is before the day on which the allegation was reported."),
    ALLEGATION_ALREADY_REPORTED("An allegation of this number has been reported in this case already."),
    ALLEGATION_ALREADY_CLOSED("The allegation is closed already."),
    OFFICER_ALREADY_IDENTIFIED(
            "An officer has been identified for this allegation. A wrong identification is retracted, then logged anew."),
    OFFICER_NOT_IDENTIFIED("Nobody has been identified for this allegation. Log OfficerIdentified first."),
    CASE_NOT_REFERRED("The case has not been referred to the watchdog."),
    REFERRAL_AWAITING_DECISION("The case has been referred, and the watchdog has not decided yet."),
    REFERRAL_UNDER_INVESTIGATION("The case has been referred, and the investigation required is not concluded."),
    INVESTIGATION_ALREADY_STARTED("The investigation has started already."),
    INVESTIGATION_NOT_STARTED("The investigation has not started."),
    INVESTIGATION_NOT_RUNNING("The investigation is not running, so it cannot be suspended."),
    INVESTIGATION_NOT_SUSPENDED("The investigation is not suspended, so it cannot be resumed."),
    PROCEEDINGS_ALREADY_LISTED("Proceedings have been listed already."),
    PROCEEDINGS_NOT_LISTED("No proceedings have been listed, so none can be withdrawn."),
    NOTHING_TO_APPEAL("There is no finding and no outcome to appeal against."),
    APPEAL_ALREADY_LODGED("An appeal has been lodged, and not decided yet."),
    APPEAL_NOT_LODGED("No appeal has been lodged."),
    OFFICER_ALREADY_CHARGED("The officer has been charged, and the court has not decided yet."),
    OFFICER_NOT_CHARGED("The officer has not been charged."),
    OFFICER_NOT_CONVICTED("The officer has not been convicted."),
    OFFICER_ALREADY_REGISTERED("The officer is registered, and has not left."),
    OFFICER_HAS_LEFT("The officer has left. One who comes back is registered again."),
    OFFICER_ALREADY_SUSPENDED("The officer is suspended already."),
    OFFICER_ALREADY_RESTRICTED("The officer is on restricted duties already."),
    OFFICER_ON_FULL_DUTIES("The officer is on full duties."),
    OFFICER_ALREADY_IN_FORCE("The officer serves in this force already."),
    OFFICER_ALREADY_LISTED("The officer is on this list already."),
    OFFICER_NOT_LISTED("The officer is on neither the barred nor the advisory list."),
    PENSION_ALREADY_FORFEITED("The pension has been forfeited already."),
    RECOMMENDATION_NOT_ISSUED("The recommendation has not been issued. Log RecommendationIssued first."),
    RECOMMENDATION_RETRACTED("The issue of this recommendation has been retracted."
            + " Log RecommendationIssued anew, or retract the retraction."),
    RECOMMENDATION_ALREADY_ISSUED("The recommendation has been issued already."),
    OCCURRED_BEFORE_RECOMMENDATION_ISSUED("This is before the day on which the recommendation was issued."),
    RESPONSE_DUE_BEFORE_ISSUE("The answer would be due before the recommendation is issued."),
    FORCE_NOT_ADDRESSED("The recommendation is not addressed to this force."),
    ENTRY_UNKNOWN("No such entry stands on this record."),
    ENTRY_ALREADY_RETRACTED("The entry has been retracted already."),
    CORRECTION_NOT_REDATABLE("A correction has no day of its own to be re-dated. Retract it instead.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
