package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.Released.Cell;
import org.conductregister.query.disclosure.attack.Knowledge;
import org.conductregister.query.statistics.Population;
import org.jspecify.annotations.Nullable;

/**
 * Expresses the innermost cells of tables by unknowns. A cell whose count now differs by fewer than a threshold is the sum of the groups in
 * it, less that known difference; any other is an unknown of its own. Not thread-safe.
 *
 * <p>Groups do not tell apart what a table says by dimensions that only another unit has. Each hidden cell of such a table is an unknown of
 * its own, and all cells of the same values in the other dimensions add up to the groups of these, less the known difference. Since
 * statements are about sums alone, such an unknown stands for what a cell is short of a number that it certainly does not exceed.
 */
final class TableParts {

    /** A hidden cell is not more than this above its true count, for all that is looked for. */
    private static final int SHORT = 1_000;

    private final Groups groups;
    private final int linkedBelow;
    private final Knowledge knowledge;

    TableParts(Groups groups, int linkedBelow, Knowledge knowledge) {
        this.groups = groups;
        this.linkedBelow = linkedBelow;
        this.knowledge = knowledge;
    }

    /**
     * An innermost cell.
     *
     * @param unknowns the sum of these, less the offset, is the count; where it is reversed, the offset less the sum
     * @param sharing unknowns that stand for who is in the cell, and maybe for others too
     */
    record Part(int[] unknowns, int[] sharing, int offset, boolean reversed, Cell cell) {

        static int[] unknowns(List<Part> parts) {
            return parts.stream()
                    .flatMapToInt(part -> Arrays.stream(part.unknowns()))
                    .toArray();
        }

        static List<Integer> sharing(List<Part> parts) {
            return parts.stream()
                    .flatMapToInt(part -> Arrays.stream(part.sharing()))
                    .sorted()
                    .distinct()
                    .boxed()
                    .toList();
        }
    }

    /** The groups in a cell. */
    record InCell(List<@Nullable Object> values, BitSet groups) {}

    /**
     * The innermost cells of a table.
     *
     * @param seen whether readers see the table
     */
    List<Part> of(Released table, boolean seen) {
        var dimensions = OtherUnits.ofItsUnit(table.question());
        return dimensions.size() == table.question().groupBy().size()
                ? ofGroups(table)
                : ofOtherUnit(table, dimensions, seen);
    }

    private List<Part> ofGroups(Released table) {
        var byValues = table.byValues();
        var members = members(table.question().population(), table.question().groupBy());
        for (var cell : table.cells()) {
            if (!cell.values().contains(null)) {
                members.computeIfAbsent(cell.values(), v -> new InCell(cell.values(), new BitSet()));
            }
        }
        var parts = new ArrayList<Part>();
        for (var member : members.values()) {
            var unknowns = member.groups().stream().toArray();
            var cell = table.cell(byValues, member.values(), 0);
            int excess = Math.toIntExact(knowledge.sum(unknowns) - cell.count());
            if (Math.abs(excess) < linkedBelow) {
                parts.add(new Part(unknowns, unknowns, excess, false, cell));
            } else if (cell.state() == CellState.SHOWN) {
                parts.add(new Part(new int[0], new int[0], Math.toIntExact(-cell.count()), false, cell));
            } else {
                int[] own = {knowledge.add(Math.toIntExact(cell.count()))};
                parts.add(new Part(own, own, 0, false, cell));
            }
        }
        return parts;
    }

    private List<Part> ofOtherUnit(Released table, List<String> dimensions, boolean seen) {
        var members = members(table.question().population(), dimensions);
        Map<List<?>, List<Cell>> cells = new HashMap<>();
        for (var cell : table.cells()) {
            if (!cell.values().contains(null)) {
                var values = Released.inPlaces(cell.values(), table.question().groupBy(), dimensions);
                cells.computeIfAbsent(values, v -> new ArrayList<>()).add(cell);
            }
        }
        var all = new LinkedHashSet<List<?>>(members.keySet());
        all.addAll(cells.keySet());
        var parts = new ArrayList<Part>();
        for (var values : all) {
            var inCell = members.get(values);
            var together =
                    inCell == null ? new int[0] : inCell.groups().stream().toArray();
            parts.addAll(partsOf(together, cells.getOrDefault(values, List.of()), seen));
        }
        return parts;
    }

    private List<Part> partsOf(int[] together, List<Cell> cells, boolean seen) {
        int excess = Math.toIntExact(
                knowledge.sum(together) - cells.stream().mapToLong(Cell::count).sum());
        boolean linked = Math.abs(excess) < linkedBelow;
        var parts = new ArrayList<Part>();
        for (var cell : cells) {
            int count = Math.toIntExact(cell.count());
            if (cell.state() == CellState.SHOWN) {
                parts.add(new Part(new int[0], new int[0], count, true, cell));
            } else {
                int[] own = {knowledge.add(SHORT)};
                parts.add(new Part(own, linked ? together : own, count + SHORT, true, cell));
            }
        }
        if (linked && seen) {
            var sum = new ArrayList<Integer>();
            Arrays.stream(together).forEach(sum::add);
            Arrays.stream(Part.unknowns(parts)).forEach(sum::add);
            int total = excess + parts.stream().mapToInt(Part::offset).sum();
            knowledge.state(sum.stream().mapToInt(Integer::intValue).toArray(), total, total);
        }
        return parts;
    }

    /** The innermost cells that a population would have by some dimensions, and the groups in each. */
    Map<List<?>, InCell> members(Population population, List<String> dimensions) {
        var members = new LinkedHashMap<List<?>, InCell>();
        for (int i = 0; i < groups.groups().size(); i++) {
            var values = groups.values(groups.groups().get(i), population, dimensions);
            if (values != null) {
                var nullable = new ArrayList<@Nullable Object>(values);
                members.computeIfAbsent(values, v -> new InCell(nullable, new BitSet()))
                        .groups()
                        .set(i);
            }
        }
        return members;
    }
}
