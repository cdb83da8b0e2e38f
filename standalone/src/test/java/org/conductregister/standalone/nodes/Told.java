package org.conductregister.standalone.nodes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import tools.jackson.databind.JsonNode;

/** All that the nodes have told those who called them, to be compared with the log in the end. Thread-safe. */
final class Told {

    /** The place of an entry in the log. */
    record Place(long position, Instant recordedAt) {}

    private final Map<String, Place> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Place> seen = new ConcurrentHashMap<>();
    private final Set<String> imported = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final Map<String, Long> openedAt = new ConcurrentHashMap<>();
    private final Queue<Claim> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong latest = new AtomicLong();
    private final AtomicLong notAnswered = new AtomicLong();

    /** @param receipt an element of the answer to entries */
    void acknowledged(JsonNode receipt) {
        var place = place(receipt);
        put(acknowledged, receipt.get("entryId").stringValue(), place);
        latest.accumulateAndGet(place.position(), Math::max);
    }

    /** @param event a line of the log as a node shows it */
    void seen(JsonNode event) {
        put(seen, event.get("entryId").stringValue(), place(event));
    }

    private static Place place(JsonNode json) {
        return new Place(
                json.get("position").longValue(),
                Instant.parse(json.get("recordedAt").stringValue()));
    }

    private void put(Map<String, Place> places, String entryId, Place place) {
        var before = places.put(entryId, place);
        if (before != null && !before.equals(place)) {
            fault("entry %s was said to be at %s and at %s".formatted(entryId, before, place));
        }
    }

    void opened(String caseId, long position) {
        openedAt.put(caseId, position);
        opened.add(caseId);
    }

    void imported(List<String> entryIds) {
        imported.addAll(entryIds);
    }

    void refused(List<String> entryIds) {
        refused.addAll(entryIds);
    }

    void claimed(Claim claim) {
        answers.add(claim);
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

    /** A case that was acknowledged as opened; there must be one. */
    String anyOpened(Random random) {
        return opened.get(random.nextInt(opened.size()));
    }

    /** The position at which a case was acknowledged as opened. */
    long openedAt(String caseId) {
        return requireNonNull(openedAt.get(caseId), caseId);
    }

    /** The position of an entry that was acknowledged. */
    long positionOf(String entryId) {
        return requireNonNull(acknowledged.get(entryId), entryId).position();
    }

    Map<String, Place> allAcknowledged() {
        return acknowledged;
    }

    Map<String, Place> allSeen() {
        return seen;
    }

    Set<String> allImported() {
        return imported;
    }

    Set<String> allRefused() {
        return refused;
    }

    List<Claim> allAnswers() {
        return new ArrayList<>(answers);
    }

    void requireNoFaults() {
        assertThat(faults).isEmpty();
    }

    @Override
    public String toString() {
        return "%d acknowledged, %d imported, %d refused, %d answers read, %d calls without an answer"
                .formatted(acknowledged.size(), imported.size(), refused.size(), answers.size(), notAnswered.get());
    }
}
