package org.conductregister.query.statistics.path;

import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.OfficerId;

/**
 * The records that are held ready: those used last. Any other is made again of its history when it is needed; what is
 * held is never older than the history.
 */
final class Records {

    private final HistoryStore histories;
    private final PointSink points;
    private final PointSink untold;
    private final int most;
    private final ClockCache ready;

    /** @param most how many to hold once an entry has been taken in */
    Records(HistoryStore histories, PointSink points, int most) {
        this.histories = histories;
        this.points = points;
        this.untold = new NoOpPoints(points);
        this.most = most;
        this.ready = new ClockCache(most);
    }

    /** Where points are told. */
    PointSink points() {
        return points;
    }

    /** Gives the same numbers, and tells nothing. */
    PointSink untold() {
        return untold;
    }

    int numberOf(OfficerId id) {
        return histories.names().numberOf(RecordKind.OFFICER, id.value());
    }

    FoldedRecord of(RecordId id) {
        return of(histories.names().numberOf(id.kind(), id.id()));
    }

    CaseRecord caseOf(int number) {
        return (CaseRecord) of(number);
    }

    Person person(int number) {
        return (Person) of(number);
    }

    /** The history of a record that need not be ready. */
    RecordHistory chain(int number) {
        return new RecordHistory(histories, number);
    }

    private FoldedRecord of(int number) {
        var held = ready.get(number);
        if (held != null) {
            return held;
        }
        var record = restored(number);
        ready.add(number, record);
        return record;
    }

    private FoldedRecord restored(int number) {
        return switch (histories.names().kindOf(number)) {
            case CASE -> new CaseRecord(chain(number), this);
            case OFFICER -> new Person(chain(number), this);
            case RECOMMENDATION -> new RecommendationRecord(chain(number), this);
        };
    }

    /** Lets go of those unused longest. Not in the midst of an entry: who bears on whom is held by number. */
    void trim() {
        ready.trimTo(most);
    }
}
