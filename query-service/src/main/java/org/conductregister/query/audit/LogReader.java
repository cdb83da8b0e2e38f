package org.conductregister.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.query.sight.WithheldCases;
import org.springframework.stereotype.Component;

/** Searches the log from its end towards its beginning, so far at a time that nobody waits long. */
@Component
class LogReader {

    static final int A_PAGE = 50;

    /** Entries looked at for one page. */
    static final int FARTHEST = 20_000;

    private static final int AT_A_TIME = 1_000;

    private final EventLog log;
    private final WithheldCases withheld;
    private final LogLines lines;

    LogReader(EventLog log, WithheldCases withheld, LogLines lines) {
        this.lines = lines;
        this.withheld = withheld;
        this.log = log;
    }

    /**
     * A page of what was looked for.
     *
     * @param lookedFrom the last position that was looked at
     * @param lookedTo the first
     * @param older where to look on; 0 where there is nothing more
     */
    record Found(List<LogEntry> entries, long lookedFrom, long lookedTo, long older) {

        public boolean brokenOff() {
            return older > 0 && entries.size() < A_PAGE;
        }
    }

    Found find(LogSearch search) {
        long first =
                search.since() == null ? search.from() : Math.max(search.from(), log.positionAt(search.before()) + 1);
        long last = Math.min(search.to(), search.until() == null ? log.lastPosition() : log.positionAt(search.last()));
        if (search.unknownRecord()) {
            return new Found(List.of(), last, first, 0);
        }
        var hidden = withheld.fromReader();
        return search.records().isEmpty()
                ? inTheLog(search, first, last, hidden)
                : ofRecords(search, first, last, hidden);
    }

    private Found ofRecords(LogSearch search, long first, long last, Predicate<RecordId> hidden) {
        var latest = new PriorityQueue<StoredEvent>(Comparator.comparingLong(StoredEvent::position));
        for (var record : search.records().stream().filter(hidden.negate()).toList()) {
            forEach(record, event -> {
                if (event.position() >= first && event.position() <= last && isWanted(event, search)) {
                    latest.add(event);
                    if (latest.size() > A_PAGE + 1) {
                        latest.remove(); // the earliest
                    }
                }
            });
        }
        boolean more = latest.size() > A_PAGE;
        long older = more ? latest.remove().position() : 0;
        var wanted = latest.stream()
                .sorted(Comparator.comparingLong(StoredEvent::position).reversed());
        return new Found(shown(wanted, hidden), last, first, older);
    }

    /** Reads a record from its first entry to its last, however long it is. */
    private void forEach(RecordId record, Consumer<StoredEvent> reader) {
        long sequence = 0;
        List<StoredEvent> events;
        do {
            events = log.ofAggregate(record.toString(), sequence, AT_A_TIME);
            events.forEach(reader);
            sequence += events.size();
        } while (events.size() == AT_A_TIME);
    }

    private Found inTheLog(LogSearch search, long first, long last, Predicate<RecordId> hidden) {
        var found = new ArrayList<StoredEvent>(A_PAGE);
        long next = last;
        while (next >= first && found.size() < A_PAGE && last - next < FARTHEST) {
            int size = search.isNarrow() ? AT_A_TIME : A_PAGE;
            var events = log.upTo(next, (int) Math.min(size, next - first + 1));
            if (events.isEmpty()) {
                break;
            }
            for (var event : events) {
                if (found.size() < A_PAGE) {
                    next = event.position() - 1;
                    boolean told = !search.isNarrow() || !LogLines.isWithheld(event, hidden);
                    if (told && isWanted(event, search)) {
                        found.add(event);
                    }
                }
            }
        }
        return new Found(shown(found.stream(), hidden), last, next + 1, next >= first ? next : 0);
    }

    private static boolean isWanted(StoredEvent event, LogSearch search) {
        return (search.type() == null
                        || search.type().storedName().equals(event.type().name()))
                && (search.recordedBy() == null || search.recordedBy().equals(LogLines.recordedBy(event)));
    }

    private List<LogEntry> shown(Stream<StoredEvent> events, Predicate<RecordId> hidden) {
        return events.map(event ->
                        LogLines.isWithheld(event, hidden) ? LogEntry.withheld(event) : LogEntry.of(event, lines))
                .toList();
    }
}
