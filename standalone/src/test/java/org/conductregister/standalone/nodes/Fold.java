package org.conductregister.standalone.nodes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * The state of all cases after some events of the log, written apart from the product and for the entries of this test alone: an
 * allegation is pending from its report until it is closed, and again once the closing is retracted.
 */
final class Fold {

    private static final String CASE = "case/";

    private final Set<String> cases = new HashSet<>();
    private final Map<String, Long> entries = new HashMap<>();
    private final Map<String, SortedMap<String, Long>> allegations = new HashMap<>();
    private final Map<String, String> closings = new HashMap<>();
    private long all;
    private long pending;
    private long position;

    long position() {
        return position;
    }

    /** Takes in the next event. */
    void apply(StoredEvent event) {
        position = event.position();
        var caseId = event.aggregateIdentifier().substring(CASE.length());
        var fact = FactJson.mapper().readTree(event.payload());
        entries.merge(caseId, 1L, Long::sum);
        switch (event.type().name()) {
            case "case.opened" -> cases.add(caseId);
            case "case.note-added" -> {}
            case "case.allegation-reported" -> {
                allegations
                        .computeIfAbsent(caseId, none -> new TreeMap<>())
                        .put(fact.get("allegationId").stringValue(), 1L);
                all++;
                pending++;
            }
            case "case.allegation-closed" -> {
                var allegationId = fact.get("allegationId").stringValue();
                closings.put(event.entryId(), allegationId);
                of(caseId).put(allegationId, 0L);
                pending--;
            }
            case "entry.retracted" -> {
                of(caseId).put(closings.get(fact.get("retracts").stringValue()), 1L);
                pending++;
            }
            default -> throw new IllegalStateException("Nobody has logged " + event);
        }
    }

    private SortedMap<String, Long> of(String caseId) {
        return allegations.getOrDefault(caseId, new TreeMap<>());
    }

    /** Whether a claim about the log as it is here is right. */
    boolean agreesWith(Claim claim) {
        return switch (claim.question()) {
            case CASES -> claim.values().equals(Map.of("total", (long) cases.size()));
            case ALLEGATIONS -> claim.values().equals(byStatus());
            case CASE -> claim.values().equals(stateOf(claim.about()));
            case PENDING ->
                claim.values().entrySet().stream()
                        .allMatch(each -> each.getKey().equals("total")
                                ? each.getValue() == pending
                                : isPending(each.getKey().split("/", 2)));
        };
    }

    private Map<String, Long> byStatus() {
        var counts = new HashMap<>(Map.of("PENDING", pending, "CLOSED", all - pending));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private Map<String, Long> stateOf(String caseId) {
        var state = new HashMap<>(of(caseId));
        state.put("version", entries.getOrDefault(caseId, 0L));
        return state;
    }

    private boolean isPending(String... caseAndAllegation) {
        return of(caseAndAllegation[0]).getOrDefault(caseAndAllegation[1], 0L) == 1L;
    }

    @Override
    public String toString() {
        return "at %d: %d cases, allegations %s".formatted(position, cases.size(), byStatus());
    }
}
