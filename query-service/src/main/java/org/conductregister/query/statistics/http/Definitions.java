package org.conductregister.query.statistics.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;

/**
 * The definitions of the words of an answer. A count is only comparable with its definitions, so each answer carries
 * those it rests on. Whoever changes what a word means gives them a new version.
 */
public final class Definitions {

    private static final String VERSION = "2026-1";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "asAt", "What had happened by the end of that day, and, of it, what the register knew at knownAt."),
            Map.entry(
                    "pending",
                    "An allegation is pending from its report until it is closed, withdrawn, ended with no further action, or its"
                            + " case is closed; pending again when the case reopens, if closing the case had closed it. A case is"
                            + " pending until it is closed itself. A person is pending while any of their allegations is."),
            Map.entry(
                    "closed",
                    "Not pending. It does not mean that every action that resulted is concluded: see finalised."),
            Map.entry(
                    "finalised",
                    "Closed, and every resulting action concluded: no charge without its verdict, no conviction without its sentence,"
                            + " no proceedings without their outcome, no open appeal."),
            Map.entry(
                    "result",
                    "Exactly one, the first that holds: COURT (charged, convicted, acquitted, or convicted and quashed; a caution or a"
                            + " discontinued case is not), LEFT (dismissed, resigned, retired or left on or after the day of the"
                            + " report, or would have been dismissed), SANCTIONED (reduced in rank, warned, management advice,"
                            + " reflective practice), PENDING, NO_FURTHER_ACTION (closed with none of these). For a person, over all"
                            + " their allegations in the population."),
            Map.entry(
                    "employment",
                    "How the officer serves. A dismissal ordered at a hearing ends it on the day notified. UNIDENTIFIED: nobody has"
                            + " been identified. UNKNOWN: the officer is not registered."),
            Map.entry(
                    "misconduct",
                    "The step reached, or the outcome in force; APPEALED while an appeal is open. For a person, the gravest of their"
                            + " allegations in the population."),
            Map.entry(
                    "criminal", "The latest state. For a person, the gravest of their allegations in the population."),
            Map.entry("sentence", "The latest. For a person, the gravest of their allegations in the population."),
            Map.entry(
                    "referral",
                    "UNDER_INVESTIGATION only while an investigation that the watchdog required is not concluded: a referral that was"
                            + " returned was never ongoing. CONCLUDED stays so when the case reopens."),
            Map.entry(
                    "proceedings",
                    "The kind of misconduct proceedings listed last, whether or not they were withdrawn; HELD where a finding was made or an outcome imposed without any listed."),
            Map.entry(
                    "regime",
                    "The rules that the case is handled under, as stated when it was opened; UNKNOWN where not stated."),
            Map.entry(
                    "reportedFinancialYear",
                    "The year from 1 April to 31 March of the report of an allegation, of the opening of a case."),
            Map.entry("referredFinancialYear", "The year from 1 April to 31 March of the referral."),
            Map.entry(
                    "outcome",
                    "The misconduct outcome in force. For a person, the gravest of their allegations in the population."),
            Map.entry(
                    "ever",
                    "Has had one of the values at the end of some day up to asAt, whatever became of it; of cases and officers, any"
                            + " of their allegations has, of officers any in the population."),
            Map.entry(
                    "response",
                    "AWAITED until the day the answer is due, OVERDUE from the day after; IN_TIME or LATE by the day of the first answer."));

    private static final Map<Unit, String> UNITS = Map.of(
            Unit.ALLEGATIONS, "One accusation against one officer, identified or not, in one case.",
            Unit.CASES, "What came in on one occasion; counted once, however many of its allegations match.",
            Unit.OFFICERS, "Identified people with at least one allegation in the population; counted once each.",
            Unit.REFERRALS, "Each time that a case was handed to the watchdog.",
            Unit.RESPONSES, "One force's answer to one recommendation that is addressed to it, given or not.");

    private Definitions() {}

    /** Returns the definitions that an answer to a question rests on. */
    public static Map<String, String> of(Question question) {
        var definitions = of(question.unit(), question.groupBy());
        if (!question.population().ever().isEmpty()) {
            definitions.put("ever", WORDS.get("ever"));
        }
        return definitions;
    }

    /** Returns the definitions that any answer about this unit rests on. */
    public static Map<String, String> of(Unit unit, Iterable<String> dimensions) {
        var definitions = new LinkedHashMap<String, String>();
        definitions.put("version", VERSION);
        definitions.put("unit", UNITS.get(unit));
        definitions.put("asAt", WORDS.get("asAt"));
        for (var dimension : dimensions) {
            if (dimension.equals("status")) {
                definitions.put("pending", WORDS.get("pending"));
                definitions.put("closed", WORDS.get("closed"));
            } else if (WORDS.containsKey(dimension)) {
                definitions.put(dimension, WORDS.get(dimension));
            }
        }
        return definitions;
    }
}
