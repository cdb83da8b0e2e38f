package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.standalone.sample.script.Force;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.SeededRandom;
import org.conductregister.terms.Grade;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;

/**
 * Published of an inspection: 43 forces were to begin putting a plan against abuse of position in place; their plans were
 * graded 11 insufficient information, 15 not started, 15 started, 2 in place. And a call for past cases, which all 43
 * answered in time.
 *
 * <p>Here: graded in October 2017, and once more in 2019. One answer to the call was first logged under a day too late.
 */
final class Inspection implements Plan {

    private static final RecordId PLANS = record("HMIC-2016-ABUSE-OF-POSITION");
    private static final RecordId PAST_CASES = record("IPCC-2017-PAST-CASES");
    private static final ThemeCode ABUSE_OF_POSITION = new ThemeCode("ABUSE_OF_POSITION");

    private record Graded(int forces, Grade grade) {}

    private static final List<Graded> GRADED_2017 = List.of(
            new Graded(11, Grade.INSUFFICIENT_INFORMATION),
            new Graded(15, Grade.NOT_STARTED),
            new Graded(15, Grade.STARTED),
            new Graded(2, Grade.IN_PLACE));
    private static final LocalDate PUBLISHED_2017 = LocalDate.of(2017, 10, 9);

    private static final List<Graded> GRADED_2019 =
            List.of(new Graded(4, Grade.STARTED), new Graded(39, Grade.IN_PLACE));
    private static final LocalDate PUBLISHED_2019 = LocalDate.of(2019, 9, 27);

    private static final int PLANS_SENT_LATE = 5;

    private static RecordId record(String id) {
        return RecordId.of(new RecommendationId(id));
    }

    @Override
    public void write(EntryCollector collector) {
        var random = collector.random("inspection");
        plans(collector, random);
        pastCases(collector, random);
    }

    private static void plans(EntryCollector collector, SeededRandom random) {
        var issuedOn = LocalDate.of(2016, 12, 8);
        var due = LocalDate.of(2017, 5, 31);
        issue(collector, PLANS, issuedOn, "HMIC", due);
        var forces = random.shuffled(Forces.ALL);
        for (int i = 0; i < forces.size(); i++) {
            var day = i < PLANS_SENT_LATE
                    ? random.workingDay(due.plusDays(1), due.plusDays(60))
                    : random.workingDay(issuedOn.plusDays(30), due);
            respond(collector, PLANS, forces.get(i), day);
        }
        grade(collector, random, GRADED_2017, PUBLISHED_2017);
        grade(collector, random, GRADED_2019, PUBLISHED_2019);
    }

    private static void pastCases(EntryCollector collector, SeededRandom random) {
        var issuedOn = LocalDate.of(2017, 1, 16);
        var due = LocalDate.of(2017, 4, 28);
        issue(collector, PAST_CASES, issuedOn, "IPCC", due);
        var forces = random.shuffled(Forces.ALL);
        acceptedAfterAll(collector, forces.get(1), random.workingDay(issuedOn.plusDays(14), due));
        for (var force : forces.subList(2, forces.size())) {
            respond(collector, PAST_CASES, force, random.workingDay(issuedOn.plusDays(14), due));
        }
        var entered = new ForceResponded(due.plusDays(4), forces.getFirst().code(), true, null);
        var entry = collector.log(due.plusDays(4), PAST_CASES, entered);
        var reason = new FreeText("The day the answer was opened was entered, not that of the postmark.");
        var right = new EntryRedated(due.plusDays(20), entry, due.minusDays(1), reason, null);
        collector.log(due.plusDays(20), PAST_CASES, right);
    }

    /** The answer was read as a refusal. */
    private static void acceptedAfterAll(EntryCollector collector, Force force, LocalDate day) {
        var entry = collector.log(day, PAST_CASES, new ForceResponded(day, force.code(), false, null));
        var right = new ForceResponded(day, force.code(), true, null);
        var reason = new FreeText("The force accepts the recommendation; it refuses the day alone.");
        var noticedOn = day.plusDays(12);
        collector.log(noticedOn, PAST_CASES, new EntryCorrected(noticedOn, entry, right, reason, null));
    }

    private static void issue(EntryCollector collector, RecordId record, LocalDate day, String by, LocalDate due) {
        var fact = new RecommendationIssued(day, new Label(by), ABUSE_OF_POSITION, Forces.codes(), due, null);
        collector.log(day, record, fact);
    }

    private static void respond(EntryCollector collector, RecordId record, Force force, LocalDate day) {
        collector.log(day, record, new ForceResponded(day, force.code(), true, null));
    }

    private static void grade(EntryCollector collector, SeededRandom random, List<Graded> grades, LocalDate day) {
        var forces = new ArrayList<>(random.shuffled(Forces.ALL)).iterator();
        for (var graded : grades) {
            for (int i = 0; i < graded.forces(); i++) {
                collector.log(
                        day, PLANS, new ForceProgressGraded(day, forces.next().code(), graded.grade(), null));
            }
        }
    }
}
