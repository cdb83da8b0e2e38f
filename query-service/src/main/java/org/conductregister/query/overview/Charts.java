package org.conductregister.query.overview;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The charts that the overview draws for a unit.
 *
 * @param split the dimension whose values are the big figures and, one upon the other, the areas over time
 * @param share the dimension whose values are shown as shares of the whole
 * @param bars the dimensions whose values are shown as bars
 */
record Charts(String split, String share, List<String> bars) {

    private static final int MOST_PARTS_OF_A_BAR = 2;

    static Charts of(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS -> new Charts("status", "result", List.of("force", "category"));
            case OFFICERS -> new Charts("status", "result", List.of("force", "employment"));
            case CASES -> new Charts("status", "kind", List.of("force", "source"));
            case REFERRALS -> new Charts("referral", "mode", List.of("force", "basis"));
            case RESPONSES -> new Charts("response", "grade", List.of("force"));
        };
    }

    /** With the bars of a further dimension before the others, unless there is a chart of it already. */
    Charts alsoBy(@Nullable String dimension) {
        if (dimension == null || dimension.equals(split) || dimension.equals(share) || bars.contains(dimension)) {
            return this;
        }
        return new Charts(
                split, share, Stream.concat(Stream.of(dimension), bars.stream()).toList());
    }

    /** The values of what a unit is split by, in their order. What is counted as a referral was referred. */
    static List<String> parts(List<Dimension> dimensions, String split) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(split))
                .flatMap(dimension -> dimension.words().stream())
                .filter(word -> !word.equals("NOT_REFERRED"))
                .toList();
    }

    /** Whether bars are divided as the big figures are: more parts than two cannot be told apart in a bar. */
    boolean dividesBars(int parts) {
        return parts <= MOST_PARTS_OF_A_BAR;
    }
}
