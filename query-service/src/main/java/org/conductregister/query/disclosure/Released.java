package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.Question;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was published, and what was counted.
 *
 * @param question with the instant that it was known at
 * @param cells margins too; one that is missing was 0, and shown or rounded like the others
 */
record Released(Question question, DisclosureRule rule, List<Cell> cells) {

    /**
     * A cell.
     *
     * @param values of the dimensions; null for their sum
     * @param count as counted, whatever was shown
     */
    record Cell(List<@Nullable Object> values, long count, CellState state) {}

    Released {
        cells = List.copyOf(cells);
    }

    /** The cells by their values. */
    Map<List<@Nullable Object>, Cell> byValues() {
        var byValues = new HashMap<List<@Nullable Object>, Cell>();
        cells.forEach(cell -> byValues.put(cell.values(), cell));
        return byValues;
    }

    /**
     * The cell of some values.
     *
     * @param byValues all cells
     * @param count that it has, where it is missing
     */
    Cell cell(Map<List<@Nullable Object>, Cell> byValues, List<@Nullable Object> values, long count) {
        var cell = byValues.get(values);
        return cell != null ? cell : new Cell(values, count, rule.isRounding() ? CellState.ROUNDED : CellState.SHOWN);
    }

    /** Values of some dimensions in the order of others; null for those that are not among them. */
    static List<@Nullable Object> inPlaces(
            List<? extends @Nullable Object> values, List<String> dimensions, List<String> others) {
        var inPlaces = new ArrayList<@Nullable Object>();
        for (var other : others) {
            int at = dimensions.indexOf(other);
            inPlaces.add(at < 0 ? null : values.get(at));
        }
        return inPlaces;
    }

    /** The table by fewer dimensions, as its margins show it; null where they do not show all of it exactly. */
    @Nullable
    Released margin(List<String> dimensions) {
        var kept = question.groupBy().stream().filter(dimensions::contains).toList();
        var margin = over(new Question(question.unit(), question.population(), kept, question.times()));
        boolean isShown = margin.cells().stream().allMatch(cell -> cell.state() == CellState.SHOWN);
        return isShown && !rule.isRounding() ? margin : null;
    }

    /** The margins by fewer dimensions, as a table that answers another question. */
    Released over(Question other) {
        var all = question.groupBy();
        var cellsOfMargin = new ArrayList<Cell>();
        for (var cell : cells) {
            boolean inMargin = true;
            var values = new ArrayList<@Nullable Object>();
            for (int k = 0; k < all.size(); k++) {
                if (other.groupBy().contains(all.get(k))) {
                    values.add(cell.values().get(k));
                } else {
                    inMargin &= cell.values().get(k) == null;
                }
            }
            if (inMargin) {
                cellsOfMargin.add(new Cell(values, cell.count(), cell.state()));
            }
        }
        return new Released(other, rule, cellsOfMargin);
    }

    /** The states of the cells of a table whose counts are the same; null where they are not. */
    @Nullable
    List<CellState> statesIn(PublishedTable table) {
        var byValues = byValues();
        var states = new ArrayList<CellState>();
        int found = 0;
        for (int i = 0; i < table.counts().cells(); i++) {
            var cell = byValues.get(table.valuesOf(i));
            if (table.counts().count(i) != (cell == null ? 0 : cell.count())) {
                return null;
            }
            found += cell == null ? 0 : 1;
            states.add(cell != null ? cell.state() : rule.isRounding() ? CellState.ROUNDED : CellState.SHOWN);
        }
        return found == cells.size() ? states : null;
    }

    /** Returns a published table as one released. */
    static Released of(PublishedTable table) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < table.counts().cells(); i++) {
            var state = table.states().get(i);
            if (table.counts().count(i) != 0 || state.isHidden()) {
                cells.add(new Cell(table.valuesOf(i), table.counts().count(i), state));
            }
        }
        return new Released(table.question(), table.rule(), cells);
    }
}
