package org.conductregister.query.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** An attacker's system of tables: the unknowns are the numbers of allegations of each force, category and year on each day, and of cases. */
final class TablesAttack {

    private final PeopleAtRandom register;
    private final List<PublishedTable> tables;

    TablesAttack(PeopleAtRandom register, List<PublishedTable> tables) {
        this.register = register;
        this.tables = tables;
    }

    /** Small counts with fewer possible values than promised, in words. */
    List<String> exposed() {
        var exposed = new ArrayList<String>();
        for (var table : tables) {
            exposed.addAll(exposed(List.of(table), List.of()));
        }
        for (int i = 1; i < tables.size(); i++) {
            // What the earlier tables told already is not the fault of the next one
            var sofar = tables.subList(0, i + 1);
            var now = exposed(sofar, List.of());
            now.removeAll(exposed(sofar, List.of(tables.get(i))));
            exposed.addAll(now);
        }
        return exposed;
    }

    private record Target(String words, List<Integer> sum) {}

    /**
     * An innermost cell, whose number is not known.
     *
     * @param unit allegations or cases
     * @param having the categories that one of the allegations of these cases must be of; empty for any, and for allegations
     * @param category of allegations; empty for cases
     */
    private record Cell(Unit unit, Set<String> having, String force, String category, int year, LocalDate day) {

        private static final List<String> DIMENSIONS = List.of("force", "category", "reportedYear");

        Object value(String dimension) {
            return List.<Object>of(force, category, year).get(DIMENSIONS.indexOf(dimension));
        }

        List<Object> values(List<String> dimensions) {
            return dimensions.stream().map(this::value).toList();
        }

        boolean isIn(Question question) {
            var population = question.population();
            return unit == question.unit()
                    && passes(population.of(Filter.FORCE), force)
                    && (unit == Unit.ALLEGATIONS
                            ? passes(population.of(Filter.CATEGORY), category)
                            : having.equals(population.of(Filter.CATEGORY)))
                    && (population.reported().to() == null
                            || population.reported().to().getYear() >= year);
        }
    }

    private List<String> exposed(List<PublishedTable> targeted, List<PublishedTable> unseen) {
        var attacker = new Attacker();
        Map<Cell, Integer> unknowns = new LinkedHashMap<>();
        var last = targeted.get(targeted.size() - 1).question().times().asAt();
        for (var table : targeted) {
            addUnknowns(Unit.ALLEGATIONS, Set.of(), table.question().times().asAt(), attacker, unknowns);
            addUnknowns(Unit.ALLEGATIONS, Set.of(), last, attacker, unknowns);
            if (table.question().unit() == Unit.CASES) {
                var having = table.question().population().of(Filter.CATEGORY);
                addUnknowns(Unit.CASES, having, table.question().times().asAt(), attacker, unknowns);
                addUnknowns(Unit.CASES, having, last, attacker, unknowns);
            }
        }
        var targets = new ArrayList<Target>();
        for (var table : targeted) {
            study(table, attacker, unknowns, unseen.contains(table), last, targets);
        }
        targets.addAll(differences(targeted, unknowns));
        var values = attacker.values(targets.stream().map(Target::sum).toList(), 3, 1_000);
        var exposed = new ArrayList<String>();
        for (int i = 0; i < targets.size(); i++) {
            if (values.get(i).size() < 3) {
                exposed.add(targets.get(i).words());
            }
        }
        return exposed;
    }

    private void addUnknowns(
            Unit unit, Set<String> having, LocalDate day, Attacker attacker, Map<Cell, Integer> unknowns) {
        for (var force : register.forces) {
            for (var category : unit == Unit.CASES ? List.of("") : register.categories) {
                for (int year : register.years) {
                    unknowns.computeIfAbsent(
                            new Cell(unit, having, force, category, year, day), cell -> attacker.unknown());
                }
            }
        }
    }

    private void study(
            PublishedTable table,
            Attacker attacker,
            Map<Cell, Integer> unknowns,
            boolean unseen,
            LocalDate last,
            List<Target> targets) {
        var counts = table.counts();
        var question = table.question();
        if (!unseen) {
            link(table, attacker, unknowns, last);
        }
        for (int cell = 0; cell < counts.cells(); cell++) {
            var values = table.valuesOf(cell);
            var sum = sum(question, values, question.times().asAt(), unknowns);
            long count = counts.count(cell);
            var shown = table.cell(counts.places(cell));
            if (!unseen) {
                learn(shown, sum, attacker);
            }
            if (count > 0 && count < 5 && shown.state() != CellState.SHOWN) {
                targets.add(new Target(question + " " + values + " " + count, sum));
            }
        }
    }

    private static void learn(PublishedTable.Cell shown, List<Integer> sum, Attacker attacker) {
        switch (shown.state()) {
            case ROUNDED -> {
                int rounded = (int) (long) shown.number();
                attacker.learn(sum, Math.max(0, rounded - 2), rounded + 2);
            }
            case SHOWN -> {
                int exact = (int) (long) shown.number();
                attacker.learn(sum, exact, exact);
            }
            case SMALL -> attacker.learn(sum, 1, 4);
            case SECONDARY -> attacker.learn(sum, 1, 1_000);
            case HELD -> {}
        }
    }

    /**
     * States that there was nobody with values that a table does not list, by how few each of its cells has changed since, and by how
     * few the allegations in it differ from the cases.
     */
    private void link(PublishedTable table, Attacker attacker, Map<Cell, Integer> unknowns, LocalDate last) {
        var question = table.question();
        var day = question.times().asAt();
        var seen = new HashSet<List<Object>>();
        for (var cell : List.copyOf(unknowns.keySet())) {
            if (cell.unit() != question.unit() || !seen.add(cell.values(table.dimensions()))) {
                continue;
            }
            var values = new ArrayList<@Nullable Object>(cell.values(table.dimensions()));
            var sum = sum(question, values, day, unknowns);
            boolean listed = true;
            for (int k = 0; k < values.size(); k++) {
                listed &= table.axes().get(k).contains(values.get(k));
            }
            if (!listed) {
                attacker.learn(sum, 0, 0);
            }
            int then = register.count(question, values, day);
            if (!day.equals(last)) {
                learnChange(
                        sum(question, values, last, unknowns),
                        sum,
                        register.count(question, values, last) - then,
                        attacker);
            }
            if (question.unit() == Unit.CASES) {
                var ofAllegations =
                        new Question(Unit.ALLEGATIONS, question.population(), question.groupBy(), question.times());
                learnChange(
                        sum(ofAllegations, values, last, unknowns),
                        sum,
                        register.count(ofAllegations, values, last) - then,
                        attacker);
            }
        }
    }

    private static void learnChange(List<Integer> sum, List<Integer> less, int change, Attacker attacker) {
        if (Math.abs(change) < 5) {
            attacker.learn(sum, less, change, change);
        }
    }

    private static List<Integer> sum(
            Question question, List<@Nullable Object> values, LocalDate day, Map<Cell, Integer> unknowns) {
        var sum = new ArrayList<Integer>();
        unknowns.forEach((cell, unknown) -> {
            if (cell.day().equals(day) && cell.isIn(question) && matches(question.groupBy(), values, cell)) {
                sum.add(unknown);
            }
        });
        return sum;
    }

    private static boolean matches(List<String> dimensions, List<@Nullable Object> values, Cell cell) {
        for (int k = 0; k < dimensions.size(); k++) {
            if (values.get(k) != null && !values.get(k).equals(cell.value(dimensions.get(k)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean passes(Set<String> words, Object value) {
        return words.isEmpty() || words.contains(value);
    }

    /** People whom one population has and another has not, by what both tables tell apart. */
    private List<Target> differences(List<PublishedTable> targeted, Map<Cell, Integer> unknowns) {
        var targets = new ArrayList<Target>();
        for (var one : targeted) {
            for (var other : targeted) {
                if (one.question().unit() == other.question().unit()
                        && !one.question().population().equals(other.question().population())
                        && one.question()
                                .times()
                                .asAt()
                                .equals(other.question().times().asAt())
                        && other.dimensions().equals(one.dimensions())) {
                    addDifferences(one, other, unknowns, targets);
                }
            }
        }
        return targets;
    }

    private void addDifferences(
            PublishedTable one, PublishedTable other, Map<Cell, Integer> unknowns, List<Target> targets) {
        for (int cell = 0; cell < one.counts().cells(); cell++) {
            var values = one.valuesOf(cell);
            var day = one.question().times().asAt();
            var larger = sum(one.question(), values, day, unknowns);
            var smaller = sum(other.question(), values, day, unknowns);
            if (larger.containsAll(smaller) && !smaller.isEmpty()) {
                int difference =
                        register.count(one.question(), values, day) - register.count(other.question(), values, day);
                if (difference > 0 && difference < 5) {
                    larger.removeAll(smaller);
                    targets.add(new Target(
                            one.question() + " less " + other.question().population() + " " + values, larger));
                }
            }
        }
    }
}
