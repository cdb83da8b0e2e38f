package org.conductregister.query.audit;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * The entries recorded after one instant and up to another.
 *
 * @param entries how many there are
 * @param lookedAt how many of them were read, the earliest; the rest is left out
 */
public record RecordedBetween(long entries, long lookedAt, Map<RecordId, List<Brief>> byRecord) {

    static final long MOST = 20_000;

    /** An entry, briefly. */
    public record Brief(long position, Instant recordedAt, String type, RecordId record) {}

    /** @param withheld records of which nothing is told */
    static RecordedBetween read(EventLog log, Instant after, Instant upTo, Predicate<RecordId> withheld) {
        long first = log.positionAt(after) + 1;
        long entries = Math.max(0, log.positionAt(upTo) - first + 1);
        var byRecord = new LinkedHashMap<RecordId, List<Brief>>();
        try (var events = log.from(first, Math.min(entries, MOST))) {
            events.map(RecordedBetween::brief)
                    .filter(brief -> !withheld.test(brief.record()))
                    .forEach(brief -> byRecord.computeIfAbsent(brief.record(), record -> new ArrayList<>())
                            .add(brief));
        }
        return new RecordedBetween(entries, Math.min(entries, MOST), byRecord);
    }

    private static Brief brief(StoredEvent event) {
        return new Brief(
                event.position(),
                event.recordedAt(),
                LogLines.typeOf(event),
                RecordId.parse(event.aggregateIdentifier()));
    }

    public boolean isWhole() {
        return lookedAt == entries;
    }

    <I> Set<I> records(RecordKind kind, Function<String, I> type) {
        return byRecord.keySet().stream()
                .filter(record -> record.kind() == kind)
                .map(record -> type.apply(record.id()))
                .collect(toSet());
    }

    Set<OfficerId> officers() {
        return records(RecordKind.OFFICER, OfficerId::new);
    }

    List<Brief> of(RecordId record) {
        return byRecord.getOrDefault(record, List.of());
    }

    List<Brief> of(Collection<RecordId> records) {
        return records.stream()
                .distinct()
                .flatMap(record -> of(record).stream())
                .sorted(Comparator.comparingLong(Brief::position))
                .toList();
    }
}
