package org.conductregister.query.statistics.benchmark.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;

/**
 * The log of all teams, without end, in order. It holds the entries to come of the teams that have begun and not ended,
 * about one in six of those of twelve years.
 */
public final class GeneratedLog {

    private static final class Reading {

        private final List<Timed> entries;

        /** The number of entries taken, by record: a record is of one team alone. */
        private final Map<RecordId, Integer> taken = new HashMap<>();

        private int next;

        Reading(List<Timed> entries) {
            this.entries = entries;
        }

        long recordedAt() {
            return entries.get(next).recordedAt();
        }

        Timed take() {
            return entries.set(next++, null);
        }

        long sequenceOf(Timed entry) {
            return taken.merge(entry.entry().record(), 1, Integer::sum) - 1L;
        }

        boolean ended() {
            return next == entries.size();
        }
    }

    private final Plan plan;
    private final PriorityQueue<Reading> reading = new PriorityQueue<>(Comparator.comparingLong(Reading::recordedAt));
    private long nextTeam;
    private long position;
    private long lastRecorded;

    public GeneratedLog(Plan plan) {
        this.plan = plan;
    }

    /**
     * An entry with its place among those of its record.
     *
     * @param sequence from 0
     */
    public record Numbered(RecordedEntry entry, long sequence) {}

    public RecordedEntry next() {
        return nextNumbered().entry();
    }

    public Numbered nextNumbered() {
        while (reading.isEmpty()
                || plan.recordedFrom(nextTeam) <= reading.peek().recordedAt()) {
            reading.add(new Reading(new ArrayList<>(new Team(plan, nextTeam++).entries())));
        }
        var earliest = reading.remove();
        var entry = earliest.take();
        long sequence = earliest.sequenceOf(entry);
        if (!earliest.ended()) {
            reading.add(earliest);
        }
        if (entry.recordedAt() < lastRecorded) {
            throw new IllegalStateException("recorded before the one before it: " + entry);
        }
        lastRecorded = entry.recordedAt();
        position++;
        var recorded =
                new RecordedEntry(position, Plan.instant(entry.recordedAt()), "handler", "call-1", entry.entry());
        return new Numbered(recorded, sequence);
    }

    public List<RecordedEntry> next(int entries) {
        var next = new ArrayList<RecordedEntry>(entries);
        for (int i = 0; i < entries; i++) {
            next.add(next());
        }
        return next;
    }

    public void skip(long entries) {
        for (long i = 0; i < entries; i++) {
            next();
        }
    }
}
