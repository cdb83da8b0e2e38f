package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conductregister.query.disclosure.hiding.FrequencyTable;
import org.conductregister.query.statistics.Question;
import org.jspecify.annotations.Nullable;

/**
 * A table as it may leave for publication: every combination of the values of its dimensions, with all margins. Immutable.
 */
public final class PublishedTable {

    /** In place of a number: the sign for confidential of the Government Analysis Function. */
    public static final String CONFIDENTIAL = "[c]";

    private final Question question;
    private final long position;
    private final DisclosureRule rule;
    private final List<List<Object>> axes;
    private final FrequencyTable counts;
    private final List<CellState> states;

    PublishedTable(
            Question question,
            long position,
            DisclosureRule rule,
            List<List<Object>> axes,
            FrequencyTable counts,
            List<CellState> states) {
        this.question = question;
        this.position = position;
        this.rule = rule;
        this.axes = List.copyOf(axes);
        this.counts = counts;
        this.states = List.copyOf(states);
    }

    /**
     * A cell.
     *
     * @param number as shown or rounded; null where it is hidden
     */
    public record Cell(CellState state, @Nullable Long number) {

        /** Returns the text in the table. */
        public String text() {
            return number == null ? CONFIDENTIAL : number.toString();
        }
    }

    /** Returns the question asked, with the instant that it is known at. */
    public Question question() {
        return question;
    }

    /** The position of the last entry that was known. */
    public long position() {
        return position;
    }

    public DisclosureRule rule() {
        return rule;
    }

    /** The dimensions, by name. */
    public List<String> dimensions() {
        return question.groupBy();
    }

    /** The values of each dimension, in order. */
    public List<List<Object>> axes() {
        return axes;
    }

    /**
     * The cell at some places, one for each dimension: the index of a value, or {@link List#size} of the values for the sum over
     * the dimension.
     */
    public Cell cell(int... places) {
        return cellNumbered(counts.cell(places));
    }

    private Cell cellNumbered(int cell) {
        var state = states.get(cell);
        long count = counts.count(cell);
        return new Cell(
                state,
                switch (state) {
                    case SHOWN -> count;
                    case ROUNDED -> rule.rounded(count);
                    case SMALL, SECONDARY, HELD -> null;
                });
    }

    /** The number of cells, margins included, that anybody is counted in. */
    public int occupied() {
        int occupied = 0;
        for (int i = 0; i < counts.cells(); i++) {
            occupied += counts.count(i) == 0 ? 0 : 1;
        }
        return occupied;
    }

    /** The number of cells, margins included, that are hidden. */
    public int hidden() {
        return (int) states.stream().filter(CellState::isHidden).count();
    }

    /** The number of hidden cells that are small: they are hidden for their own sake. */
    public int hiddenSmall() {
        int small = 0;
        for (int i = 0; i < counts.cells(); i++) {
            small += states.get(i).isHidden() && rule.isSmall(counts.count(i)) ? 1 : 0;
        }
        return small;
    }

    /** How counts are kept from being told, in a sentence. */
    public String sentence() {
        return rule.sentence();
    }

    FrequencyTable counts() {
        return counts;
    }

    List<CellState> states() {
        return states;
    }

    /** The values of a cell; null for a sum. */
    List<@Nullable Object> valuesOf(int cell) {
        var values = new ArrayList<@Nullable Object>();
        var places = counts.places(cell);
        for (int k = 0; k < places.length; k++) {
            values.add(places[k] == counts.size(k) ? null : axes.get(k).get(places[k]));
        }
        return Collections.unmodifiableList(values);
    }

    PublishedTable with(List<CellState> others) {
        return new PublishedTable(question, position, rule, axes, counts, others);
    }
}
