package org.conductregister.query.analysts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The counts of one object or row that tell a small one beside them: a total and its groups, two counts and their difference, a period
 * and what was pending at its ends, a count and the share of it that is over a limit. It decides which of them are not told, so that each
 * small one may still be one of several numbers. Immutable.
 */
final class LinkedCounts {

    static final String NOT_TOLD = "not told";

    private static final List<List<String>> DIFFERENCES =
            List.of(List.of("count", "count2", "difference"), List.of("before", "after", "difference"));
    private static final List<String> FLOWS = List.of("start", "received", "closed", "reopened", "end");

    /** The flows that belong to one period alone. */
    private static final List<String> WITHIN = List.of("received", "closed", "reopened");

    private final Set<String> hidden;

    private LinkedCounts(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** Returns the linked counts of an object of an answer. */
    static LinkedCounts of(ObjectNode object, LongPredicate isSmall) {
        var counts = new LinkedHashMap<String, Long>();
        object.properties().forEach(property -> {
            if (property.getValue().isIntegralNumber()) {
                counts.put(property.getKey(), property.getValue().longValue());
            }
        });
        var hidden = hiddenOf(counts, isSmall);
        if (counts.containsKey("total") && tellsAGroup(count(counts, "total"), object.get("groups"), isSmall)) {
            hidden.add("total");
        }
        if (sharesASmallCount(object, isSmall)) {
            hidden.add("shareOver");
        }
        return new LinkedCounts(hidden);
    }

    /** Returns the linked counts of a row of a table, by column. */
    static LinkedCounts of(Map<String, Long> counts, LongPredicate isSmall) {
        return new LinkedCounts(hiddenOf(counts, isSmall));
    }

    private static long count(Map<String, Long> counts, String name) {
        return counts.getOrDefault(name, 0L);
    }

    private static Set<String> hiddenOf(Map<String, Long> counts, LongPredicate isSmall) {
        var hidden = new HashSet<String>();
        for (var difference : DIFFERENCES) {
            boolean has = counts.keySet().containsAll(difference);
            if (has && difference.stream().limit(2).anyMatch(name -> isSmall.test(count(counts, name)))) {
                hidden.add(difference.getLast());
            }
        }
        if (counts.keySet().containsAll(FLOWS)) {
            var small = FLOWS.stream()
                    .filter(name -> isSmall.test(count(counts, name)))
                    .toList();
            if (small.size() == 1) {
                WITHIN.stream()
                        .filter(name -> !small.contains(name))
                        .max((one, other) -> Long.compare(count(counts, one), count(counts, other)))
                        .ifPresent(hidden::add);
            }
        }
        return hidden;
    }

    /**
     * Whether a total gives a small group away: the others taken from it leave what the small ones add up to. Of two or more that may be
     * any of several numbers, unless all are 1, or all are the most that is small.
     */
    private static boolean tellsAGroup(long total, @Nullable JsonNode groups, LongPredicate isSmall) {
        if (groups == null) {
            return false;
        }
        long hidden = 0;
        long sum = 0;
        for (var group : groups) {
            long count = group.path("count").asLong();
            if (isSmall.test(count)) {
                hidden++;
                sum += count;
            }
        }
        return hidden > 0 && !isSmall.test(total) && (hidden == 1 || sum == hidden || isMost(sum, hidden, isSmall));
    }

    private static boolean isMost(long sum, long hidden, LongPredicate isSmall) {
        return sum % hidden == 0 && isSmall.test(sum / hidden) && !isSmall.test(sum / hidden + 1);
    }

    /** Whether the part of a count that is over a limit is small, or the other part. */
    private static boolean sharesASmallCount(ObjectNode object, LongPredicate isSmall) {
        var share = object.path("shareOver");
        var count = object.path("count");
        if (!share.isNumber() || !count.isIntegralNumber()) {
            return false;
        }
        long over = Math.round(share.doubleValue() * count.longValue());
        return isSmall.test(over) || isSmall.test(count.longValue() - over);
    }

    boolean hides(String name) {
        return hidden.contains(name);
    }

    /** Takes them out of an object whose small counts are taken out; returns whether there are any but shares. */
    boolean hideIn(ObjectNode object) {
        boolean any = false;
        for (var name : hidden) {
            if (name.equals("shareOver")) {
                object.remove(name);
            } else if (object.path(name).isIntegralNumber()) {
                object.put(name, NOT_TOLD);
                any = true;
            }
        }
        return any;
    }
}
