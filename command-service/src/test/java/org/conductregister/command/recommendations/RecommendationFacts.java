package org.conductregister.command.recommendations;

import static org.conductregister.command.entries.RecordFixture.day;

import java.util.List;
import org.conductregister.command.entries.RecordFixture;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.Grade;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.Label;

/** Facts of one recommendation, as a sentence needs them: the day, the force, and what matters. */
public final class RecommendationFacts {

    static final ForceCode KENT = new ForceCode("KENT");
    static final ForceCode SURREY = new ForceCode("SURREY");
    static final RecordFixture<RecommendationRecord> RECOMMENDATION =
            new RecordFixture<>(RecommendationRecord.class, RecordId.of(new RecommendationId("HMICFRS-2019-1")));

    private RecommendationFacts() {}

    /** The kind of record that they are of. */
    public static Records records() {
        return new RecommendationRecords();
    }

    /** To Kent alone. */
    static RecommendationIssued issued(int day, int dueOn) {
        return new RecommendationIssued(
                day(day),
                new Label("HMICFRS"),
                new ThemeCode("ABUSE_OF_POSITION"),
                new ForceCodes(List.of(KENT)),
                day(dueOn),
                null);
    }

    static ForceResponded responded(int day, ForceCode force) {
        return new ForceResponded(day(day), force, true, null);
    }

    static ForceProgressGraded graded(int day, ForceCode force) {
        return new ForceProgressGraded(day(day), force, Grade.STARTED, null);
    }
}
