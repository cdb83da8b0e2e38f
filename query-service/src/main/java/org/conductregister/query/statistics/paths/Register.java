package org.conductregister.query.statistics.paths;

import java.util.HashMap;
import java.util.Map;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;

/** All records, as the entries taken in so far have them. One thread at a time. */
public final class Register {

    private final Points points;
    private final Persons persons;
    private final Map<String, CaseRecord> cases = new HashMap<>();
    private final Map<String, RecommendationRecord> recommendations = new HashMap<>();
    private final Slimming slimming = new Slimming();
    private long lastPosition;

    /** Whether an entry failed while its points were being told. */
    private boolean torn;

    public Register(Points points) {
        this.points = points;
        this.persons = new Persons(points);
    }

    /**
     * Takes in one entry and tells what changes by it. One that its record has taken in before changes nothing.
     *
     * @throws IllegalStateException when entries recorded later have been taken in: what was known in between has been
     *     told, and only telling everything again can put that right; so too after an entry has failed half-way
     * @throws IllegalArgumentException when the fact does not go on the record
     */
    public void apply(RecordedEntry recorded) {
        var entry = recorded.entry();
        if (!FactType.of(entry.fact()).records().contains(entry.record().kind())) {
            throw new IllegalArgumentException("%s does not go on the record of a %s"
                    .formatted(FactType.of(entry.fact()), entry.record().kind().word()));
        }
        if (torn) {
            throw new IllegalStateException("an entry was taken in by half: the statistics must be rebuilt");
        }
        var record = recordOf(entry.record());
        if (recorded.position() <= record.lastPosition()) {
            return;
        }
        if (recorded.position() <= lastPosition) {
            throw new IllegalStateException("entry %d comes after entry %d: the statistics must be rebuilt"
                    .formatted(recorded.position(), lastPosition));
        }
        torn = true;
        points.entry(recorded.position(), recorded.recordedAt());
        record.take(recorded.position(), entry.entryId(), slimming.slim(entry.fact()));
        lastPosition = recorded.position();
        torn = false;
    }

    private FoldedRecord recordOf(RecordId record) {
        return switch (record.kind()) {
            case CASE -> cases.computeIfAbsent(record.id(), id -> new CaseRecord(id, persons, points));
            case OFFICER -> persons.of(record.id());
            case RECOMMENDATION ->
                recommendations.computeIfAbsent(record.id(), id -> new RecommendationRecord(id, points));
        };
    }
}
