package org.conductregister.query.statistics.benchmark.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.conductregister.entries.RecordedEntry;

/**
 * The log of all teams, without end, in order. It holds the entries to come of the teams that have begun and not ended,
 * about one in six of those of twelve years.
 */
public final class GeneratedLog {

    private static final class Reading {

        private final List<Timed> entries;
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

    public RecordedEntry next() {
        while (reading.isEmpty()
                || plan.recordedFrom(nextTeam) <= reading.peek().recordedAt()) {
            reading.add(new Reading(new ArrayList<>(new Team(plan, nextTeam++).entries())));
        }
        var earliest = reading.remove();
        var entry = earliest.take();
        if (!earliest.ended()) {
            reading.add(earliest);
        }
        if (entry.recordedAt() < lastRecorded) {
            throw new IllegalStateException("recorded before the one before it: " + entry);
        }
        lastRecorded = entry.recordedAt();
        position++;
        return new RecordedEntry(position, Plan.instant(entry.recordedAt()), "handler", "call-1", entry.entry());
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
