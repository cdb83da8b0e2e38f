package org.conductregister.query.overview;

import java.util.List;

/**
 * The figures of one day. Lengths are parts of a hundred of the width there is, as SVG writes them.
 *
 * @param exactly the address that gives these figures for ever
 */
record Figures(
        String sentence,
        String noun,
        List<Big> big,
        List<Beside> others,
        Chart share,
        List<Chart> bars,
        String exactly,
        String compare) {

    /** @param texture the number of the pattern that its parts of charts are drawn in; -1 for the whole */
    record Big(String label, long count, int texture, String members) {}

    /** Another unit at the same times, for everything. */
    record Beside(String unit, String noun, long pending, long total, String address) {}

    /** @param parts what each row is divided into: none where it is not */
    record Chart(String dimension, String title, List<Part> parts, List<Row> rows, long total) {}

    record Part(String label, int texture) {}

    record Row(String label, long count, String share, String members, List<Piece> pieces) {}

    /** A piece of a row: a rectangle, and its number. */
    record Piece(String x, String width, int texture, long count, String members) {}
}
