package org.conductregister.standalone.nodes;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * The state of all cases after some events of the log, written apart from the product and for the entries of this test alone: each
 * case is opened on 6 January 2020, its allegations are reported a day later and closed on 3 February, and are pending again once the closing
 * is retracted.
 */
final class Fold {

    private static final String RECORD = "case/";
    private static final long DAYS_TO_CLOSING = 27;

    /** A case in the list of cases has this many rows on its page. */
    private static final int LISTED = 20;

    private static final class Case {

        private final SortedMap<String, Long> entries = new TreeMap<>();
        private final Map<String, Boolean> pendingByAllegation = new HashMap<>();

        long pending() {
            return pendingByAllegation.values().stream()
                    .filter(pending -> pending)
                    .count();
        }
    }

    private final SortedMap<String, Case> cases = new TreeMap<>();
    private final Map<String, String> closings = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private long all;
    private long pending;
    private long position;

    long position() {
        return position;
    }

    /** Takes in the next event. */
    void apply(StoredEvent event) {
        position = event.position();
        var caseId = event.aggregateIdentifier().substring(RECORD.length());
        var fact = FactJson.mapper().readTree(event.payload());
        var of = cases.computeIfAbsent(caseId, opened -> new Case());
        of.entries.put(event.entryId(), position);
        switch (event.type().name()) {
            case "case.opened" -> {}
            case "case.note-added" -> {
                if (caseId.startsWith(Entries.IMPORTED_CASE)) {
                    imported.add(caseId);
                }
            }
            case "case.allegation-reported" -> {
                of.pendingByAllegation.put(fact.get("allegationId").stringValue(), true);
                all++;
                pending++;
            }
            case "case.allegation-closed" -> {
                var allegationId = fact.get("allegationId").stringValue();
                closings.put(event.entryId(), allegationId);
                of.pendingByAllegation.put(allegationId, false);
                pending--;
            }
            case "entry.retracted" -> {
                var closing = fact.get("retracts").stringValue();
                of.entries.put("struck " + closing, position);
                of.pendingByAllegation.put(requireNonNull(closings.get(closing)), true);
                pending++;
            }
            default -> throw new IllegalStateException("Nobody has logged " + event);
        }
    }

    /** Whether a claim about the log as it is here is right. */
    boolean agreesWith(Claim claim) {
        return claim.question() == Question.PENDING
                ? claim.values().entrySet().stream().allMatch(this::isRightOfPending)
                : claim.values().equals(answer(claim.question(), claim.about()));
    }

    private boolean isRightOfPending(Map.Entry<String, Long> value) {
        if (value.getKey().equals("total")) {
            return value.getValue() == pending;
        }
        var names = value.getKey().split("/", 2);
        return of(names[0]).pendingByAllegation.getOrDefault(names[1], false);
    }

    private Map<String, Long> answer(Question question, String about) {
        var values = new HashMap<String, Long>();
        long closed = all - pending;
        switch (question) {
            case CASES -> values.put("total", (long) cases.size());
            case ALLEGATIONS -> values.putAll(Map.of("PENDING", pending, "CLOSED", closed));
            case PENDING -> values.put("total", pending);
            case SERIES -> {
                for (var day : new String[] {"2020-02-06/", "2020-03-06/"}) {
                    values.put(day + "PENDING", pending);
                    values.put(day + "CLOSED", closed);
                }
            }
            case COMPARED -> {
                values.putAll(Map.of("PENDING/count", all, "PENDING/count2", pending, "PENDING/difference", -closed));
                values.putAll(Map.of("CLOSED/count2", closed, "CLOSED/difference", closed));
            }
            case FLOWS -> {
                values.putAll(Map.of("2020-01-01/received", all, "2020-01-01/end", all));
                values.putAll(Map.of("2020-02-01/start", all, "2020-02-01/closed", closed, "2020-02-01/end", pending));
            }
            case DURATIONS -> {
                values.putAll(Map.of("ended", closed, "open", pending));
                values.put("median", closed > 0 ? DAYS_TO_CLOSING : 0);
            }
            case LIST -> {
                values.put("total", (long) cases.size());
                cases.entrySet().stream().limit(LISTED).forEach(each -> {
                    values.put(each.getKey(), 1L);
                    values.put(each.getKey() + "/allegations", (long)
                            each.getValue().pendingByAllegation.size());
                    values.put(each.getKey() + "/pending", each.getValue().pending());
                });
            }
            case WORD, WORD_IN_LIST -> values.put("total", (long) imported.size());
            case CASE -> {
                of(about).pendingByAllegation.forEach((name, isPending) -> values.put(name, isPending ? 2L : 1L));
                values.put("version", version(about));
            }
            case TIMELINE -> {
                values.putAll(of(about).entries);
                values.put("version", version(about));
            }
        }
        values.values().removeIf(value -> value == 0);
        return values;
    }

    private Case of(String caseId) {
        return cases.getOrDefault(caseId, new Case());
    }

    private long version(String caseId) {
        return of(caseId).entries.keySet().stream()
                .filter(name -> !name.startsWith("struck"))
                .count();
    }

    @Override
    public String toString() {
        return "at %d: %d cases, %d of them imported, allegations: %d pending of %d"
                .formatted(position, cases.size(), imported.size(), pending, all);
    }
}
