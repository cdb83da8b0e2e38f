package org.conductregister.command.imports.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;

/**
 * Counts how often each value occurs, in bounded memory: lossy counting (Manku and Motwani, 2002). As long as there are no
 * more different values than are kept, all counts are exact. Beyond, the rare ones are forgotten, so that a value's count is
 * at most as many too low as values were added for each one kept.
 */
final class FrequentValues {

    private static final int MOST_FREQUENT = 50;
    private static final int LONGEST = 120;

    /** The number of values kept of all columns of a sheet together. */
    private static final int KEPT_OF_A_SHEET = 200_000;

    private static final int KEPT_OF_A_COLUMN = 20_000;

    private final int kept;
    private final Map<String, Count> counts = new HashMap<>();
    private long forgottenUpTo;
    private long most;

    private static final class Count {
        private long of;
    }

    FrequentValues(int kept) {
        this.kept = kept;
    }

    /** Returns the number of values to keep of each of so many columns. */
    static int kept(int columns) {
        return Math.max(2 * MOST_FREQUENT, Math.min(KEPT_OF_A_COLUMN, KEPT_OF_A_SHEET / Math.max(1, columns)));
    }

    /** Counts a value, and returns whether it is the first of its kind that is kept. */
    boolean add(String value) {
        var count = counts.computeIfAbsent(value.length() <= LONGEST ? value : cut(value), each -> new Count());
        count.of++;
        if (counts.size() > kept) {
            forgetRare();
        }
        return count.of == 1;
    }

    private static String cut(String value) {
        return value.substring(0, LONGEST - 1) + "…";
    }

    private void forgetRare() {
        most = Math.max(most, counts.size() - 1L);
        while (counts.size() > kept / 2) {
            forgottenUpTo++;
            counts.values().removeIf(count -> count.of <= forgottenUpTo);
        }
    }

    /** The number of different values; where {@link #isMore}, the least that it can be. */
    long distinct() {
        return Math.max(most, counts.size());
    }

    boolean isMore() {
        return most > 0;
    }

    /** The most frequent first, those of one count in order of the value. */
    List<ValueCount> mostFrequent() {
        return counts.entrySet().stream()
                .map(each -> new ValueCount(each.getKey(), each.getValue().of))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value))
                .limit(MOST_FREQUENT)
                .toList();
    }
}
