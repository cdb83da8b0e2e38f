package org.conductregister.query.overview;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.web.pages.Words;

/**
 * The figures of one day. Lengths are parts of a hundred of the width there is, as SVG writes them.
 *
 * @param actions what can be done with the big figures
 * @param exactly the address that gives these figures for ever
 */
record Figures(
        String sentence,
        String noun,
        List<Big> big,
        List<OtherUnit> others,
        Chart share,
        List<Chart> bars,
        Address exactly,
        Address compare,
        TableActions.Actions actions) {

    /** @param texture the number of the pattern that its parts of charts are drawn in; -1 for the whole */
    record Big(String label, long count, int texture, Address members) {}

    /** Another unit at the same times, for everything. */
    record OtherUnit(String unit, String noun, long pending, long total, Address address) {}

    /**
     * A chart, which is a table too.
     *
     * @param parts what each row is divided into: none where it is not
     * @param rated whether rows have rates
     */
    record Chart(
            String dimension,
            String title,
            boolean rated,
            List<Part> parts,
            List<Row> rows,
            long total,
            TableActions.Actions actions) {}

    record Part(String label, int texture) {}

    /** @param rate per 1,000 staff, in words; empty where the chart has none */
    record Row(String label, long count, String share, String rate, Address members, List<Piece> pieces) {}

    /** A piece of a row: a rectangle, and its number. */
    record Piece(String x, String width, int texture, long count, Address members) {}

    /**
     * Every number and every length, in the order in which the page has them, for a page that has the rest already.
     *
     * @param shape of what rows there are: where it is not the page's, the page must be drawn anew
     * @param texts what is written in each place for a number
     * @param lengths where each rectangle begins, and how long it is
     */
    record Moved(String sentence, String shape, List<String> texts, List<String> lengths) {}

    Moved moved(Words words) {
        var texts = new ArrayList<String>();
        var lengths = new ArrayList<String>();
        big.forEach(one -> texts.add(words.count(one.count())));
        for (var row : share.rows()) {
            texts.add(words.count(row.count()));
            texts.add(row.share());
            row.pieces().forEach(piece -> lengths.addAll(List.of(piece.x(), piece.width())));
        }
        for (var chart : bars) {
            for (var row : chart.rows()) {
                row.pieces().forEach(piece -> lengths.addAll(List.of(piece.x(), piece.width())));
                if (!chart.parts().isEmpty()) {
                    row.pieces().forEach(piece -> texts.add(words.count(piece.count())));
                }
                texts.add(words.count(row.count()));
                if (chart.rated()) {
                    texts.add(row.rate());
                }
            }
        }
        return new Moved(sentence, shape(), texts, lengths);
    }

    /** Alike for two days whose charts have the same rows. */
    public String shape() {
        int shape = big.stream().map(Big::label).toList().hashCode();
        shape = 31 * shape + share.rows().stream().map(Row::label).toList().hashCode();
        for (var chart : bars) {
            shape = 31 * shape + chart.rows().stream().map(Row::label).toList().hashCode();
        }
        boolean none = big.getLast().count() == 0;
        return Integer.toHexString(shape) + (none ? "-none" : "");
    }
}
