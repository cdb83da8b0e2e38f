package org.conductregister.query.statistics.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences that {@link Definitions} gives, by term; {@code officers.force} is what force means of officers. */
final class DefinitionTexts {

    /** In the order of docs/domain.md. */
    static final Map<String, String> ALL = texts();

    private DefinitionTexts() {}

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("asAt", "What had happened by the end of that day, and, of it, what the register knew at knownAt.");
        texts.put(
                "pending",
                "An allegation is pending from its report until it is closed, withdrawn, ended with no further "
                        + "action, or its case is closed; pending again when the case reopens, if closing the case had "
                        + "closed it. A case is pending until it is closed itself. A person is pending while any of their "
                        + "allegations is.");
        texts.put(
                "closed", "Not pending. It does not mean that every action that resulted is concluded: see finalised.");
        texts.put(
                "finalised",
                "Closed, and every resulting action concluded: no charge without its verdict, no conviction "
                        + "without its sentence, no proceedings without their outcome, no open appeal.");
        texts.put(
                "stage",
                "How far the handling has come: REPORTED, ASSESSED (its severity), INVESTIGATING, "
                        + "INVESTIGATION_SUSPENDED, AWAITING_DECISION (the investigation is completed), IN_PROCEEDINGS, "
                        + "CLOSED. For a person, the furthest that a pending allegation of theirs in the population has "
                        + "come; CLOSED once none is pending.");
        texts.put("severity", "How grave the conduct would be if proved, as last assessed; NOT_ASSESSED until then.");
        texts.put(
                "result",
                "Exactly one, the first that holds: COURT (charged, convicted, acquitted, or convicted and "
                        + "quashed; a caution or a discontinued case is not), LEFT (dismissed, or would have been "
                        + "dismissed, for it; or dismissed, resigned, retired or left while it was pending, the days of "
                        + "its report and its closing included), SANCTIONED (reduced in rank, warned, management advice, "
                        + "reflective practice), PENDING, UPHELD (closed with a finding of misconduct, or with one that "
                        + "the list of findings marked as upheld at knownAt), NO_FURTHER_ACTION (closed with none of "
                        + "these). For a person, over all their allegations in the population; for a case, over all its "
                        + "allegations.");
        texts.put(
                "employment",
                "How the officer serves. A dismissal ordered at a hearing ends it on the day notified; a first "
                        + "registration, however late, undoes nothing. UNIDENTIFIED: nobody has been identified. UNKNOWN: "
                        + "the officer is not registered. For a case, the gravest of its allegations: DISMISSED, "
                        + "RESIGNED, RETIRED, LEFT_OTHER, SUSPENDED, RESTRICTED_DUTIES, SERVING, UNKNOWN, UNIDENTIFIED.");
        texts.put("misconduct", "The step reached, or the outcome in force; APPEALED while an appeal is open.");
        texts.put(
                "officers.misconduct",
                "The outcome in force, which is in force under appeal too, or the step reached: the gravest of "
                        + "their allegations in the population.");
        texts.put("criminal", "The latest state. For a person, the gravest of their allegations in the population.");
        texts.put(
                "sentence",
                "The gravest part of the sentence for the conviction in force; NONE once it is quashed. For a "
                        + "person, the gravest of their allegations in the population.");
        texts.put(
                "referral",
                "UNDER_INVESTIGATION only while an investigation that the watchdog required is not concluded: a "
                        + "referral that was returned was never ongoing. CONCLUDED stays so when the case reopens.");
        texts.put("mode", "What the watchdog last decided on the investigation; NONE without a decision.");
        texts.put(
                "finding",
                "The finding in force, of proceedings or of the closing, whichever came last; NONE where there "
                        + "is none.");
        texts.put(
                "outcome",
                "The misconduct outcome in force, under appeal or not. For a person, the gravest of their "
                        + "allegations in the population.");
        texts.put(
                "proceedings",
                "The kind of misconduct proceedings listed last, whether or not they were withdrawn; HELD where "
                        + "a finding was made or an outcome imposed without any listed.");
        texts.put(
                "regime",
                "The rules that the case is handled under, as stated when it was opened; UNKNOWN where not "
                        + "stated.");
        texts.put("reportedYear", "The year of the report of an allegation, of the opening of a case.");
        texts.put("referredYear", "The year of the referral.");
        texts.put(
                "reportedFinancialYear",
                "The year from 1 April to 31 March of the report of an allegation, of the opening of a case.");
        texts.put("referredFinancialYear", "The year from 1 April to 31 March of the referral.");
        texts.put("force", "The force that the case was opened in.");
        texts.put(
                "officers.force",
                "The force that the person serves in; where they are not registered, the case's, of several the "
                        + "alphabetically first.");
        texts.put("responses.force", "The force that the recommendation is addressed to.");
        texts.put("kind", "The kind of the case, as stated when it was opened.");
        texts.put("source", "Who brought the case, as stated when it was opened.");
        texts.put("category", "What is alleged.");
        texts.put(
                "workforce",
                "The part of the police service that the officer belongs to: as stated with the allegation, "
                        + "else with the registration; UNKNOWN where neither is.");
        texts.put(
                "officers.workforce",
                "The part of the police service that the person is registered in; where they are not "
                        + "registered, as stated with an allegation; UNKNOWN where neither is.");
        texts.put(
                "tag",
                "Each tag of the allegation and of its case: several may hold, so one allegation is counted "
                        + "under each of them, and the groups add up to more than the total, which counts each once. "
                        + "NONE: without tags.");
        texts.put("allegationCount", "How many allegations have been reported in the case.");
        texts.put("officers.allegationCount", "How many of the person's allegations are in the population.");
        texts.put("rank", "The rank stated with the person's latest registration; UNKNOWN where none is.");
        texts.put("gender", "The gender stated with the person's latest registration; UNKNOWN where none is.");
        texts.put("ethnicity", "The ethnic group stated with the person's latest registration; UNKNOWN where none is.");
        texts.put("barred", "Whether the person is on the barred list or the advisory list.");
        texts.put("pension", "Whether the person's pension has been forfeited.");
        texts.put("basis", "Why the case was referred.");
        texts.put("recommendationId", "The recommendation that is answered.");
        texts.put(
                "response",
                "AWAITED until the day the answer is due, OVERDUE from the day after; IN_TIME or LATE by the "
                        + "day of the first answer.");
        texts.put("grade", "How far the force's progress was last graded; NOT_GRADED until then.");
        texts.put(
                "ever",
                "Has had one of the values at the end of some day up to asAt, whatever became of it; of cases "
                        + "and officers, any of their allegations has, of officers any in the population.");
        texts.put("population.force", "Limited to cases that were opened in any of these forces.");
        texts.put("population.responses.force", "Limited to answers of any of these forces.");
        texts.put("population.kind", "Limited to cases of any of these kinds.");
        texts.put("population.source", "Limited to cases brought by any of these.");
        texts.put(
                "population.category",
                "Limited to allegations of any of these categories; of cases and referrals, to those with an "
                        + "allegation that passes this and the other limits on allegations.");
        texts.put(
                "population.tag",
                "Limited to allegations that have any of these tags, or whose case has; of cases and referrals, "
                        + "to those with an allegation that passes this and the other limits on allegations.");
        texts.put(
                "population.withoutTag",
                "Leaves out allegations that have any of these tags, or whose case has; of cases and referrals, "
                        + "leaves out those without an allegation that passes this and the other limits on allegations.");
        texts.put(
                "population.workforce",
                "Limited to allegations against officers of any of these workforces, UNKNOWN where it is not "
                        + "stated; of cases and referrals, to those with an allegation that passes this and the other "
                        + "limits on allegations.");
        texts.put(
                "population.alsoCategory",
                "Limited to cases, or persons, with another allegation, of any of these categories, beside the "
                        + "one that passes the limits on allegations; it need not pass them itself.");
        texts.put("population.recommendationId", "Limited to answers to any of these recommendations.");
        texts.put(
                "population.reported",
                "Limited by the day of the report of the allegation; of cases and referrals, by the day the "
                        + "case was opened. Both days are included.");
        texts.put(
                "population.referred",
                "Limited by the day of the first referral of the case; of referrals, by their own day. Both "
                        + "days are included.");
        texts.put(
                "rate",
                "The count for each 1,000 people whom the force employs: headcount is the number of people at "
                        + "the latest day up to asAt for which one was stated, as known at knownAt, over the workforces "
                        + "counted. No rate where a headcount is missing.");
        texts.put(
                "flows.rate",
                "The number received in the period for each 1,000 people whom the force employs: headcount is the "
                        + "number of people at the latest day up to the end of the period for which one was stated, as "
                        + "known at knownAt, over the workforces counted. No rate where a headcount is missing.");
        return texts;
    }
}
