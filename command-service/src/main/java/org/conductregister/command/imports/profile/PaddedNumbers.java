package org.conductregister.command.imports.profile;

import java.util.List;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;

/**
 * Finds numbers that have lost their leading zeros: shorter ones in a column whose numbers with leading zeros are all of
 * one length, and whose other numbers are no longer than these.
 */
final class PaddedNumbers {

    private static final int LONGEST = 20;

    private final ExampleCounter[] unpadded = new ExampleCounter[LONGEST + 1];
    private final long[] padded = new long[LONGEST + 1];

    PaddedNumbers() {
        for (int i = 0; i <= LONGEST; i++) {
            unpadded[i] = new ExampleCounter();
        }
    }

    void add(String value) {
        if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        if (value.length() > 1 && value.charAt(0) == '0') {
            padded[value.length()]++;
        } else {
            unpadded[value.length()].add(value);
        }
    }

    Examples shortened() {
        int length = 0;
        for (int i = 0; i <= LONGEST; i++) {
            if (padded[i] > 0) {
                if (length > 0) {
                    return new Examples(0, List.of());
                }
                length = i;
            }
        }
        long count = 0;
        for (int i = length + 1; i <= LONGEST; i++) {
            if (unpadded[i].examples().count() > 0) {
                return new Examples(0, List.of());
            }
        }
        var some = new ExampleCounter();
        for (int i = 1; i < length; i++) {
            var shorter = unpadded[i].examples();
            count += shorter.count();
            shorter.examples().forEach(some::add);
        }
        return new Examples(count, some.examples().examples());
    }
}
