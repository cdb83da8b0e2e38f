package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.Released.Cell;
import org.conductregister.query.disclosure.TableParts.InCell;
import org.conductregister.query.disclosure.TableParts.Part;
import org.conductregister.query.disclosure.attack.Knowledge;
import org.conductregister.query.statistics.Question;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a reader of several tables knows. Tables of other times are linked cell by cell: a reader is taken to know each
 * change of a cell by fewer than a threshold since then, and nothing of larger ones. Not thread-safe.
 */
final class ReaderKnowledge {

    private final Groups groups;
    private final TableParts parts;
    private final Knowledge knowledge = new Knowledge();

    /**
     * The subject of a secret: a cell, or the surplus of a cell over that of another table.
     *
     * @param question of the table
     * @param values of the cell
     * @param groups in it, or in its sum over dimensions that the unit lacks, by number
     */
    record Subject(Question question, List<@Nullable Object> values, List<Integer> groups) {}

    /** @param linkedBelow a smaller change of a cell between tables of different times is known */
    ReaderKnowledge(Groups groups, int linkedBelow) {
        this.groups = groups;
        this.parts = new TableParts(groups, linkedBelow, knowledge);
        groups.groups().forEach(group -> knowledge.add(group.count()));
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** A cell, and the innermost ones that add up to it. */
    private record Sum(List<@Nullable Object> values, List<Part> parts) {}

    /** Adds what a table says, and keeps its small cells secret. */
    void add(Released table) {
        add(table, true);
    }

    /** Keeps the small cells of a table secret, which readers do not see. */
    void addSecrets(Released table) {
        add(table, false);
    }

    /** A rounded table of another unit is read by the common dimensions alone: its sums are rounded by themselves. */
    private void add(Released asPublished, boolean seen) {
        var question = asPublished.question();
        var table = asPublished.rule().isRounding()
                ? asPublished.over(new Question(
                        question.unit(), question.population(), OtherUnits.ofItsUnit(question), question.times()))
                : asPublished;
        var byValues = table.byValues();
        var innermost = parts.of(table, seen);
        int dimensions = table.question().groupBy().size();
        for (int margins = 0; margins < 1 << dimensions; margins++) {
            var together = new LinkedHashMap<List<?>, Sum>();
            for (var part : innermost) {
                var values = sumOver(part.cell().values(), margins);
                together.computeIfAbsent(values, v -> new Sum(values, new ArrayList<>()))
                        .parts()
                        .add(part);
            }
            for (var parted : together.values()) {
                var ofSum = parted.parts();
                long sum = ofSum.stream().mapToLong(part -> part.cell().count()).sum();
                var cell = table.cell(byValues, parted.values(), sum);
                if (seen) {
                    state(table, cell, ofSum, margins == 0);
                }
                if (table.rule().isSmall(cell.count()) && cell.state() != CellState.SHOWN) {
                    knowledge.protect(
                            new Subject(asPublished.question(), cell.values(), Part.sharing(ofSum)),
                            Part.unknowns(ofSum),
                            table.rule().possibilities());
                }
            }
        }
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

    /** States that one cell is the sum of its parts; parts that are shown are taken off a margin. */
    private void state(Released table, Cell cell, List<Part> parts, boolean innermost) {
        var open = parts.stream()
                .filter(part -> innermost || part.cell().state() != CellState.SHOWN)
                .toList();
        long shown = parts.stream()
                .filter(part -> !open.contains(part))
                .mapToLong(part -> part.cell().count())
                .sum();
        var rule = table.rule();
        switch (cell.state()) {
            case SHOWN -> state(open, cell.count() - shown, cell.count() - shown);
            case SMALL -> state(open, 1 - shown, rule.suppressBelow() - 1 - shown);
            case SECONDARY -> state(open, 1 - shown, Knowledge.UNBOUNDED);
            case HELD -> state(open, -shown, Knowledge.UNBOUNDED);
            case ROUNDED ->
                state(
                        open,
                        rule.leastRoundedTo(rule.rounded(cell.count())) - shown,
                        rule.mostRoundedTo(rule.rounded(cell.count())) - shown);
        }
    }

    /** States between which numbers the counts of some cells add up, all of one table. */
    private void state(List<Part> parts, long least, long most) {
        long offset = parts.stream().mapToLong(Part::offset).sum();
        boolean bounded = most < Knowledge.UNBOUNDED;
        boolean reversed = parts.stream().anyMatch(Part::reversed);
        long lower = !reversed ? least + offset : bounded ? offset - most : 0;
        long upper = reversed ? offset - least : bounded ? most + offset : Knowledge.UNBOUNDED;
        knowledge.state(Part.unknowns(parts), Math.toIntExact(Math.max(lower, 0)), Math.toIntExact(upper));
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
                .filter(groups.dimensions()::contains)
                .toList();
        var ofOne = parts.members(table.question().population(), shared);
        var ofOther = parts.members(other.question().population(), shared);
        var countsOfOne = table.byValues();
        var countsOfOther = other.byValues();
        var differences = new ArrayList<Difference>();
        for (int margins = 0; margins < 1 << shared.size(); margins++) {
            var second = summed(ofOther, margins);
            for (var one : summed(ofOne, margins).values()) {
                var match = second.get(one.values());
                var rest = match == null ? null : rest(one.groups(), match.groups());
                if (rest != null) {
                    var values = Released.inPlaces(
                            one.values(), shared, table.question().groupBy());
                    long counted = Math.abs(count(countsOfOne, values)
                            - count(
                                    countsOfOther,
                                    Released.inPlaces(
                                            one.values(),
                                            shared,
                                            other.question().groupBy())));
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
        for (var difference : differences) {
            var sharing = Arrays.stream(difference.groups()).boxed().toList();
            knowledge.protect(
                    new Subject(table.question(), difference.values(), sharing), difference.groups(), possibilities);
        }
    }
}
