package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.Released.Cell;
import org.conductregister.query.disclosure.attack.Knowledge;
import org.conductregister.query.statistics.Population;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a reader of several tables knows. Tables of other times are linked cell by cell: a reader is taken to know each
 * change of a cell by fewer than a threshold since then, and nothing of larger ones. Not thread-safe.
 */
final class ReaderKnowledge {

    private final Groups groups;
    private final int linkedBelow;
    private final Knowledge knowledge = new Knowledge();

    /**
     * The subject of a secret.
     *
     * @param table whose cell it is
     * @param values of the cell
     * @param groups all groups in it, by number
     */
    record Subject(Released table, List<@Nullable Object> values, int[] groups) {

        /** Whether it is the same cell, or the same difference. */
        boolean isOf(Subject other) {
            return table.question().equals(other.table.question())
                    && values.equals(other.values)
                    && Arrays.equals(groups, other.groups);
        }
    }

    /** @param linkedBelow a smaller change of a cell between tables of different times is known */
    ReaderKnowledge(Groups groups, int linkedBelow) {
        this.groups = groups;
        this.linkedBelow = linkedBelow;
        groups.groups().forEach(group -> knowledge.add(group.count()));
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** A cell, and the innermost ones that add up to it. */
    private record Sum(List<@Nullable Object> values, List<Part> parts) {}

    /** An innermost cell: the unknowns that make it up, and by how much their sum exceeds what the table counted. */
    private record Part(int[] unknowns, int excess, Cell cell) {}

    /** Adds what a table says, and keeps its small cells secret. */
    void add(Released table) {
        add(table, true);
    }

    /** Keeps the small cells of a table secret, which readers do not see. */
    void addSecrets(Released table) {
        add(table, false);
    }

    private void add(Released table, boolean seen) {
        var byValues = table.byValues();
        var parts = parts(table, byValues);
        int dimensions = table.question().groupBy().size();
        for (int margins = 0; margins < 1 << dimensions; margins++) {
            var together = new LinkedHashMap<List<?>, Sum>();
            for (var part : parts) {
                var values = sumOver(part.cell().values(), margins);
                together.computeIfAbsent(values, v -> new Sum(values, new ArrayList<>()))
                        .parts()
                        .add(part);
            }
            for (var parted : together.values()) {
                var cell = cell(table, byValues, parted.values(), parted.parts());
                if (seen) {
                    state(table, cell, parted.parts(), margins == 0);
                }
                if (table.rule().isSmall(cell.count()) && cell.state() != CellState.SHOWN) {
                    protect(
                            table,
                            cell.values(),
                            unknowns(parted.parts()),
                            table.rule().possibilities());
                }
            }
        }
    }

    private static Cell cell(
            Released table,
            Map<List<@Nullable Object>, Cell> byValues,
            List<@Nullable Object> values,
            List<Part> parts) {
        var cell = byValues.get(values);
        if (cell != null) {
            return cell;
        }
        long count = parts.stream().mapToLong(part -> part.cell().count()).sum();
        return new Cell(values, count, table.rule().isRounding() ? CellState.ROUNDED : CellState.SHOWN);
    }

    private static List<@Nullable Object> sumOver(List<@Nullable Object> values, int margins) {
        var summed = new ArrayList<@Nullable Object>(values);
        for (int k = 0; k < summed.size(); k++) {
            if ((margins & 1 << k) != 0) {
                summed.set(k, null);
            }
        }
        return summed;
    }

    private List<Part> parts(Released table, Map<List<@Nullable Object>, Cell> byValues) {
        var members = members(table.question().population(), table.question().groupBy());
        for (var cell : table.cells()) {
            if (!cell.values().contains(null)) {
                members.computeIfAbsent(cell.values(), v -> new InCell(cell.values(), new BitSet()));
            }
        }
        var parts = new ArrayList<Part>();
        for (var member : members.values()) {
            var unknowns = member.groups().stream().toArray();
            var cell = cell(table, byValues, member.values(), List.of());
            int excess = Math.toIntExact(knowledge.sum(unknowns) - cell.count());
            if (Math.abs(excess) < linkedBelow) {
                parts.add(new Part(unknowns, excess, cell));
            } else if (cell.state() == CellState.SHOWN) {
                parts.add(new Part(new int[0], Math.toIntExact(-cell.count()), cell));
            } else {
                parts.add(new Part(new int[] {knowledge.add(Math.toIntExact(cell.count()))}, 0, cell));
            }
        }
        return parts;
    }

    /** The groups in a cell. */
    private record InCell(List<@Nullable Object> values, BitSet groups) {}

    private Map<List<?>, InCell> members(Population population, List<String> dimensions) {
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

    /** States that one cell is the sum of its parts; parts that are shown are taken off a margin. */
    private void state(Released table, Cell cell, List<Part> parts, boolean innermost) {
        var open = parts.stream()
                .filter(part -> innermost || part.cell().state() != CellState.SHOWN)
                .toList();
        long shown = parts.stream()
                .filter(part -> !open.contains(part))
                .mapToLong(part -> part.cell().count())
                .sum();
        long shift = open.stream().mapToLong(Part::excess).sum() - shown;
        var unknowns = unknowns(open);
        var rule = table.rule();
        switch (cell.state()) {
            case SHOWN -> state(unknowns, cell.count() + shift, cell.count() + shift);
            case SMALL -> state(unknowns, 1 + shift, rule.suppressBelow() - 1 + shift);
            case SECONDARY -> state(unknowns, 1 + shift, Knowledge.UNBOUNDED);
            case HELD -> state(unknowns, shift, Knowledge.UNBOUNDED);
            case ROUNDED ->
                state(
                        unknowns,
                        rule.leastRoundedTo(rule.rounded(cell.count())) + shift,
                        rule.mostRoundedTo(rule.rounded(cell.count())) + shift);
        }
    }

    private static int[] unknowns(List<Part> parts) {
        return parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.unknowns()))
                .toArray();
    }

    private void state(int[] unknowns, long least, long most) {
        knowledge.state(
                unknowns,
                Math.toIntExact(Math.max(least, 0)),
                most >= Knowledge.UNBOUNDED ? Knowledge.UNBOUNDED : Math.toIntExact(most));
    }

    private void protect(Released table, List<@Nullable Object> values, int[] unknowns, int possibilities) {
        knowledge.protect(new Subject(table, values, unknowns), unknowns, possibilities);
    }

    /** A small number of people that two cells of different populations, subtracted, would tell. */
    record Difference(List<@Nullable Object> values, int[] groups) {}

    /**
     * The small differences between cells of one table and cells of another whose population is another: of the same values,
     * where one includes the other. They are small now, or were when the tables were counted.
     */
    List<Difference> differences(Released table, Released other, DisclosureRule rule) {
        var shared = table.question().groupBy().stream()
                .filter(other.question().groupBy()::contains)
                .toList();
        var ofOne = members(table.question().population(), shared);
        var ofOther = members(other.question().population(), shared);
        var countsOfOne = table.byValues();
        var countsOfOther = other.byValues();
        var differences = new ArrayList<Difference>();
        for (int margins = 0; margins < 1 << shared.size(); margins++) {
            var second = summed(ofOther, margins);
            for (var one : summed(ofOne, margins).values()) {
                var match = second.get(one.values());
                var rest = match == null ? null : rest(one.groups(), match.groups());
                if (rest != null) {
                    var values = inPlaces(one.values(), shared, table);
                    long counted = Math.abs(
                            count(countsOfOne, values) - count(countsOfOther, inPlaces(one.values(), shared, other)));
                    if (rule.isSmall(knowledge.sum(rest)) || rule.isSmall(counted)) {
                        differences.add(new Difference(values, rest));
                    }
                }
            }
        }
        return differences;
    }

    private static long count(Map<List<@Nullable Object>, Cell> byValues, List<@Nullable Object> values) {
        var cell = byValues.get(values);
        return cell == null ? 0 : cell.count();
    }

    private static List<@Nullable Object> inPlaces(List<@Nullable Object> values, List<String> shared, Released table) {
        var inPlaces = new ArrayList<@Nullable Object>();
        for (var dimension : table.question().groupBy()) {
            int at = shared.indexOf(dimension);
            inPlaces.add(at < 0 ? null : values.get(at));
        }
        return inPlaces;
    }

    private static Map<List<?>, InCell> summed(Map<List<?>, InCell> members, int margins) {
        var summed = new LinkedHashMap<List<?>, InCell>();
        for (var member : members.values()) {
            var values = sumOver(member.values(), margins);
            summed.computeIfAbsent(values, v -> new InCell(values, new BitSet()))
                    .groups()
                    .or(member.groups());
        }
        return summed;
    }

    /** Returns the groups that the larger has beyond the smaller; null where neither includes the other. */
    private static int @Nullable [] rest(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        if (!both.equals(one) && !both.equals(other)) {
            return null;
        }
        var either = (BitSet) one.clone();
        either.xor(other);
        return either.stream().toArray();
    }

    /** Keeps the differences secret. */
    void protect(Released table, List<Difference> differences, int possibilities) {
        differences.forEach(difference -> protect(table, difference.values(), difference.groups(), possibilities));
    }
}
