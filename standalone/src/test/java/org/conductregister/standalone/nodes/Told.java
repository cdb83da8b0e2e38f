package org.conductregister.standalone.nodes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** All that the nodes have told those who called them, to be compared with the log in the end. Thread-safe. */
final class Told {

    /**
     * A count that was answered.
     *
     * @param position of the log that the answer says it is of
     */
    record Count(String node, long position, long total) {}

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> imported = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final Map<String, Long> openedAt = new ConcurrentHashMap<>();
    private final Queue<Count> counts = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong latest = new AtomicLong();
    private final AtomicLong notAnswered = new AtomicLong();

    void acknowledged(String entryId, long position) {
        var before = acknowledged.put(entryId, position);
        if (before != null && before != position) {
            fault("entry %s was acknowledged at %d and at %d".formatted(entryId, before, position));
        }
        latest.accumulateAndGet(position, Math::max);
    }

    void opened(String caseId, long position) {
        openedAt.put(caseId, position);
        opened.add(caseId);
    }

    void imported(List<String> entryIds) {
        imported.addAll(entryIds);
    }

    void refused(String entryId) {
        refused.add(entryId);
    }

    void counted(Count count) {
        counts.add(count);
    }

    /** Takes note that a call had no answer, or one that says to try again. */
    void notAnswered() {
        notAnswered.incrementAndGet();
    }

    /** Takes note of an answer that must not be. */
    void fault(String words) {
        faults.add(words);
    }

    /** The last position that was acknowledged. */
    long latest() {
        return latest.get();
    }

    boolean hasOpened() {
        return !opened.isEmpty();
    }

    /** A case that was acknowledged as opened, where there is any. */
    String anyOpened(Random random) {
        return opened.get(random.nextInt(opened.size()));
    }

    /** The position at which a case was acknowledged as opened. */
    long openedAt(String caseId) {
        return requireNonNull(openedAt.get(caseId), caseId);
    }

    Map<String, Long> allAcknowledged() {
        return acknowledged;
    }

    Set<String> allImported() {
        return imported;
    }

    Set<String> allRefused() {
        return refused;
    }

    List<Count> allCounts() {
        return new ArrayList<>(counts);
    }

    void requireNoFaults() {
        assertThat(faults).isEmpty();
    }

    @Override
    public String toString() {
        return "%d acknowledged, %d imported, %d refused, %d counts, %d calls without an answer"
                .formatted(acknowledged.size(), imported.size(), refused.size(), counts.size(), notAnswered.get());
    }
}
