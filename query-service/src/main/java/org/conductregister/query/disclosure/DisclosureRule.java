package org.conductregister.query.disclosure;

/**
 * By which method small counts are kept from being told, and which are small.
 *
 * @param suppressBelow counts from 1 to less than this are small, and hidden where nothing is rounded; 0 for counts as they are,
 *     which are for inside alone
 * @param roundTo all counts are rounded to multiples of this; 0 where they are hidden instead
 */
public record DisclosureRule(int suppressBelow, int roundTo) {

    /** The usual threshold: below it counts are small. */
    public static final int USUAL_THRESHOLD = 5;

    /** The smallest threshold: below it a hidden count could be 1 alone. */
    public static final int LEAST_THRESHOLD = 3;

    public static final int GREATEST_THRESHOLD = 100;

    /** The smallest base of rounding: below it a rounded count would be one of too few. */
    public static final int LEAST_BASE = 5;

    public static final int GREATEST_BASE = 1_000;

    /** The number of values that a small count can have, for all that anybody can work out, where the threshold has as many. */
    private static final int POSSIBILITIES = 3;

    public static final DisclosureRule USUAL = new DisclosureRule(USUAL_THRESHOLD, 0);

    /** Counts as they are: not for publication. */
    public static final DisclosureRule EXACT = new DisclosureRule(0, 0);

    /** @throws IllegalArgumentException where the numbers are out of bounds */
    public DisclosureRule {
        if (suppressBelow != 0 && (suppressBelow < LEAST_THRESHOLD || suppressBelow > GREATEST_THRESHOLD)) {
            throw new IllegalArgumentException(
                    "must be 0, or from %d to %d".formatted(LEAST_THRESHOLD, GREATEST_THRESHOLD));
        }
        if (roundTo != 0 && (roundTo < LEAST_BASE || roundTo > GREATEST_BASE)) {
            throw new IllegalArgumentException("must be 0, or from %d to %d".formatted(LEAST_BASE, GREATEST_BASE));
        }
        if (roundTo != 0 && suppressBelow == 0) {
            suppressBelow = USUAL_THRESHOLD;
        }
    }

    /** The rule that rounds, for the usual threshold. */
    public static DisclosureRule rounding(int to) {
        return new DisclosureRule(USUAL_THRESHOLD, to);
    }

    /** Whether nothing is hidden or rounded. */
    public boolean isExact() {
        return suppressBelow == 0 && roundTo == 0;
    }

    public boolean isRounding() {
        return roundTo != 0;
    }

    boolean isSmall(long count) {
        return count > 0 && count < suppressBelow;
    }

    /** The number of values that each small count keeps. */
    public int possibilities() {
        return Math.min(POSSIBILITIES, suppressBelow - 1);
    }

    /** A count rounded to the nearest multiple, halves up. */
    long rounded(long count) {
        return Math.floorDiv(count + roundTo / 2, roundTo) * roundTo;
    }

    /** The least number that is rounded to another. */
    int leastRoundedTo(long rounded) {
        return Math.toIntExact(Math.max(0, rounded - roundTo / 2));
    }

    /** The greatest number that is rounded to another. */
    int mostRoundedTo(long rounded) {
        return Math.toIntExact(rounded + (roundTo - 1) / 2);
    }

    /** In a sentence. */
    public String sentence() {
        if (isExact()) {
            return "Counts are as they are, and not for publication.";
        } else if (isRounding()) {
            return "Every count and total is rounded to the nearest multiple of %d by itself, so parts may not add up to their totals."
                    .formatted(roundTo);
        }
        return "Counts below %d are hidden, and as many others as keep them from being worked out; zeros are shown."
                .formatted(suppressBelow);
    }
}
