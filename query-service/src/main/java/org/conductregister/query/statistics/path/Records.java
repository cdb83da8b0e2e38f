package org.conductregister.query.statistics.path;

import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * The records, of which those used last are cached with their paths. Any other is restored from its history when it is
 * needed, at the cost of folding it; a cached record is never older than its history. Not thread-safe.
 */
final class Records implements RecordLookup {

    private final HistoryStore histories;
    private final PointSink points;
    private final PointSink alreadyEmitted;
    private final int capacity;
    private final ClockCache cache;

    /** @param capacity the most records to keep cached between entries */
    Records(HistoryStore histories, PointSink points, int capacity) {
        this.histories = histories;
        this.points = points;
        this.alreadyEmitted = new NoOpPoints(points);
        this.capacity = capacity;
        this.cache = new ClockCache(capacity);
    }

    @Override
    public PointSink points() {
        return points;
    }

    @Override
    public PointSink alreadyEmitted() {
        return alreadyEmitted;
    }

    @Override
    public int numberOf(OfficerId id) {
        return histories.records().numberOf(RecordKind.OFFICER, id.value());
    }

    FoldedRecord of(RecordId id) {
        return of(histories.records().numberOf(id.kind(), id.id()));
    }

    @Override
    public RetraceableCase caseOf(int number) {
        return (RetraceableCase) of(number);
    }

    private Person person(int number) {
        return (Person) of(number);
    }

    @Override
    public RecordHistory historyOf(int number) {
        return new RecordHistory(histories, number);
    }

    private FoldedRecord of(int number) {
        var held = cache.get(number);
        if (held != null) {
            return held;
        }
        var record = restored(number);
        cache.add(number, record);
        return record;
    }

    private FoldedRecord restored(int number) {
        return switch (histories.records().kindOf(number)) {
            case CASE -> new CaseRecord(historyOf(number), this, this::person);
            case OFFICER -> new Person(historyOf(number), this, this::person);
            case RECOMMENDATION -> new RecommendationRecord(historyOf(number), this);
        };
    }

    /** Evicts the records unused longest. Only between entries: an entry being applied holds on to the records it changes. */
    void trim() {
        cache.trimTo(capacity);
    }
}
