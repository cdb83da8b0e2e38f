package org.conductregister.query.analysts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The settings on what analysts can find out. Immutable. */
@Component
class AnalystProperties {

    private final Mode mode;
    private final int threshold;
    private final int dimensions;
    private final int cells;
    private final int days;

    /** How counts are told to analysts. */
    enum Mode {
        /** Counts as they are. */
        EXACT,
        /** Counts below the threshold as fewer than it. */
        PROTECTED
    }

    AnalystProperties(
            @Value("${register.analysts:exact}") Mode mode,
            @Value("${register.analysts.threshold:5}") int threshold,
            @Value("${register.analysts.dimensions:4}") int dimensions,
            @Value("${register.analysts.cells:20000}") int cells,
            @Value("${register.analysts.days:7}") int days) {
        this.mode = mode;
        this.threshold = atLeast("threshold", 2, threshold);
        this.dimensions = atLeast("dimensions", 1, dimensions);
        this.cells = atLeast("cells", 1, cells);
        this.days = atLeast("days", 1, days);
    }

    private static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "register.analysts.%s must be at least %d; it is %d".formatted(name, least, value));
        }
        return value;
    }

    boolean isProtected() {
        return mode == Mode.PROTECTED;
    }

    /** The least count that is told as it is, where counts are protected. */
    int threshold() {
        return threshold;
    }

    /** The most dimensions of a table. */
    int dimensions() {
        return dimensions;
    }

    /** The most cells of a table, over all its days. */
    int cells() {
        return cells;
    }

    /** The fewest days that a period of reports or referrals has. */
    int days() {
        return days;
    }
}
