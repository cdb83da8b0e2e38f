package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Publishes tables of random registers, several of each, two of them a day later, and attacks all of them together. The number
 * of tables is the property {@code disclosure.tables}.
 */
class AttackOnRandomTablesTest {

    private static final int TABLES = Integer.getInteger("disclosure.tables", 40);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Test
    void noSmallCountHasFewerPossibleValuesThanPromised() throws IOException {
        int published = 0;
        int refused = 0;
        long occupied = 0;
        long small = 0;
        long hidden = 0;
        for (int seed = 1; published + refused < TABLES; seed++) {
            var register = new RandomRegister(seed);
            var releases = new ArrayList<PublishedTable>();
            for (var question : register.questions()) {
                var decision = register.control.publish(question, register.ruleOf(question), "analyst");
                if (decision instanceof Publishable publishable) {
                    releases.add(publishable.table());
                    published++;
                    if (!publishable.table().rule().isRounding()) {
                        occupied += publishable.table().occupied();
                        small += publishable.table().hiddenSmall();
                        hidden += publishable.table().hidden();
                    }
                } else {
                    refused++;
                }
            }
            assertThat(new Attack(register, releases).exposed())
                    .as("register " + seed)
                    .isEmpty();
        }
        assertThat(published).isGreaterThan(refused);
        var report = "%d tables published, %d refused; of %d occupied cells %.1f %% are small, and %.1f %% are hidden%n"
                .formatted(published, refused, occupied, 100.0 * small / occupied, 100.0 * hidden / occupied);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/disclosure-attack.txt"), report);
    }

    @Test
    void theAttackerFindsWhatPrimarySuppressionAloneGivesAway() {
        int found = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var register = new RandomRegister(seed);
            var question = register.questions().get(0);
            var draft = new TableDraft(
                    register.counted.table(question, DisclosureRule.USUAL),
                    List.of(),
                    TimeLimit.in(Duration.ofMinutes(10)));
            found += new Attack(register, List.of(draft.table())).exposed().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void theAttackerFindsWhatTablesGiveAwayThatDoNotKnowOfEachOther() {
        int found = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var register = new RandomRegister(seed);
            var releases = new ArrayList<PublishedTable>();
            for (var question : register.questions()) {
                if (new RandomRegister(seed).control.publish(question, DisclosureRule.USUAL, "analyst")
                        instanceof Publishable publishable) {
                    releases.add(publishable.table());
                }
            }
            found += new Attack(register, releases).exposed().isEmpty() ? 0 : 1;
        }
        assertThat(found).isPositive();
    }

    /** People of a few forces, categories and years, sparse in parts, of whom some come a day later. */
    static final class RandomRegister {

        final PeopleEngine engine = new PeopleEngine();
        final CountedTables counted = new CountedTables(engine);
        final DisclosureControl control;
        final List<String> forces = new ArrayList<>();
        final List<String> categories = new ArrayList<>();
        final List<Integer> years = new ArrayList<>();
        private final Random random;

        RandomRegister(int seed) {
            this.random = new Random(seed);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource("jdbc:sqlite::memory:", true));
            this.control = new DisclosureControl(
                    counted,
                    new ReleasedTables(jdbc),
                    Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
            fill(forces, "F", 2 + random.nextInt(3));
            fill(categories, "C", 2 + random.nextInt(3));
            for (int year = 2020; year < 2022 + random.nextInt(3); year++) {
                years.add(year);
            }
            int[][] sizes = {{0, 1, 2, 3, 4, 6, 9}, {0, 0, 1, 2, 5, 12}, {3, 8, 15, 20, 1}, {0, 0, 0, 1, 7}};
            for (var force : forces) {
                var usual = sizes[random.nextInt(sizes.length)];
                for (var category : categories) {
                    for (int year : years) {
                        engine.add(usual[random.nextInt(usual.length)], force, category, year, TODAY);
                        if (random.nextInt(6) == 0) {
                            engine.add(1 + random.nextInt(2), force, category, year, TOMORROW);
                        }
                    }
                }
            }
        }

        private static void fill(List<String> names, String first, int size) {
            for (int i = 0; i < size; i++) {
                names.add(first + i);
            }
        }

        /** Two and three dimensions, overlapping populations, and two of them again a day later. */
        List<Question> questions() {
            var all = Population.EVERYTHING;
            var oneCategory = all.with(Filter.CATEGORY, categories.get(0));
            var early = all.reported(null, LocalDate.of(years.get(years.size() - 2), 12, 31));
            var choices = new ArrayList<List<Question>>();
            choices.add(List.of(
                    question(all, TODAY, "force", "reportedYear"),
                    question(all, TODAY, "force", "category"),
                    question(all, TOMORROW, "force", "reportedYear"),
                    question(oneCategory, TOMORROW, "force", "reportedYear")));
            choices.add(List.of(
                    question(all, TODAY, "force", "category", "reportedYear"),
                    question(all, TOMORROW, "force", "category", "reportedYear"),
                    question(all, TOMORROW, "force", "category")));
            choices.add(List.of(
                    question(early, TODAY, "force", "category"),
                    question(all, TODAY, "force", "category"),
                    question(all, TODAY, "category", "reportedYear"),
                    question(all, TOMORROW, "force", "category")));
            return choices.get(forces.size() % 3);
        }

        /** Now and then one is rounded. */
        DisclosureRule ruleOf(Question question) {
            return question.groupBy().equals(List.of("category", "reportedYear"))
                    ? DisclosureRule.rounding(5)
                    : DisclosureRule.USUAL;
        }

        /** The true count of a cell on some day. */
        int count(Question question, List<@Nullable Object> values, LocalDate day) {
            var groups = engine.count(new Question(
                            question.unit(),
                            question.population(),
                            question.groupBy(),
                            new PointInTime(day, PointInTime.NOW)))
                    .groups();
            int count = 0;
            for (var group : groups) {
                boolean in = true;
                for (int k = 0; k < values.size(); k++) {
                    in &= values.get(k) == null
                            || values.get(k).equals(group.values().get(k));
                }
                count += in ? (int) group.count() : 0;
            }
            return count;
        }

        private static Question question(Population population, LocalDate asAt, String... groupBy) {
            return new Question(Unit.ALLEGATIONS, population, List.of(groupBy), new PointInTime(asAt, PointInTime.NOW));
        }
    }

    /** An attacker's system of tables: the unknowns are the numbers of each force, category and year on each day. */
    static final class Attack {

        private static final List<String> DIMENSIONS = List.of("force", "category", "reportedYear");

        private final RandomRegister register;
        private final List<PublishedTable> tables;

        Attack(RandomRegister register, List<PublishedTable> tables) {
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

        private List<String> exposed(List<PublishedTable> targeted, List<PublishedTable> unseen) {
            var attacker = new Attacker();
            Map<List<Object>, Integer> unknowns = new LinkedHashMap<>();
            var last = targeted.get(targeted.size() - 1).question().times().asAt();
            for (var table : targeted) {
                for (var force : register.forces) {
                    for (var category : register.categories) {
                        for (int year : register.years) {
                            unknowns.computeIfAbsent(
                                    List.of(
                                            force,
                                            category,
                                            year,
                                            table.question().times().asAt()),
                                    k -> attacker.unknown());
                        }
                    }
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

        private void study(
                PublishedTable table,
                Attacker attacker,
                Map<List<Object>, Integer> unknowns,
                boolean unseen,
                LocalDate last,
                List<Target> targets) {
            var counts = table.counts();
            var day = table.question().times().asAt();
            if (!unseen) {
                offTheTable(table, attacker, unknowns, last);
            }
            for (int cell = 0; cell < counts.cells(); cell++) {
                var values = table.valuesOf(cell);
                var sum = sum(table, values, day, unknowns);
                long count = counts.count(cell);
                var shown = table.cell(counts.places(cell));
                if (!unseen) {
                    if (shown.state() == CellState.ROUNDED) {
                        int rounded = (int) (long) shown.number();
                        attacker.learn(sum, Math.max(0, rounded - 2), rounded + 2);
                    } else if (shown.number() != null) {
                        int exact = (int) (long) shown.number();
                        attacker.learn(sum, exact, exact);
                    } else if (shown.state() == CellState.SMALL) {
                        attacker.learn(sum, 1, 4);
                    } else if (shown.state() == CellState.SECONDARY) {
                        attacker.learn(sum, 1, 1_000);
                    }
                    if (counts.margins(cell) == 0 && !day.equals(last)) {
                        var later = sum(table, values, last, unknowns);
                        int change = register.count(table.question(), values, last) - (int) count;
                        if (Math.abs(change) < 5) {
                            attacker.learn(later, sum, change, change);
                        }
                    }
                }
                if (count > 0 && count < 5 && shown.state() != CellState.SHOWN) {
                    targets.add(new Target(table.question() + " " + values + " " + count, sum));
                }
            }
        }

        /** States that there was nobody with values that a table does not list. */
        private void offTheTable(
                PublishedTable table, Attacker attacker, Map<List<Object>, Integer> unknowns, LocalDate last) {
            var day = table.question().times().asAt();
            var seen = new HashSet<List<Object>>();
            for (var key : unknowns.keySet()) {
                var values = table.dimensions().stream()
                        .map(dimension -> key.get(DIMENSIONS.indexOf(dimension)))
                        .toList();
                boolean listed = true;
                for (int k = 0; k < values.size(); k++) {
                    listed &= table.axes().get(k).contains(values.get(k));
                }
                if (!listed && seen.add(values)) {
                    var sum = sum(table, new ArrayList<>(values), day, unknowns);
                    attacker.learn(sum, 0, 0);
                    int change = register.count(table.question(), new ArrayList<>(values), last);
                    if (!day.equals(last) && change < 5) {
                        attacker.learn(sum(table, new ArrayList<>(values), last, unknowns), sum, change, change);
                    }
                }
            }
        }

        private static List<Integer> sum(
                PublishedTable table,
                List<@Nullable Object> values,
                LocalDate day,
                Map<List<Object>, Integer> unknowns) {
            var sum = new ArrayList<Integer>();
            unknowns.forEach((key, unknown) -> {
                if (key.get(3).equals(day) && isIn(table.question(), key) && matches(table.dimensions(), values, key)) {
                    sum.add(unknown);
                }
            });
            return sum;
        }

        private static boolean matches(List<String> dimensions, List<@Nullable Object> values, List<Object> key) {
            for (int k = 0; k < dimensions.size(); k++) {
                int at = DIMENSIONS.indexOf(dimensions.get(k));
                if (values.get(k) != null && !values.get(k).equals(key.get(at))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isIn(Question question, List<Object> key) {
            var population = question.population();
            return passes(population.of(Filter.FORCE), key.get(0))
                    && passes(population.of(Filter.CATEGORY), key.get(1))
                    && (population.reported().to() == null
                            || population.reported().to().getYear() >= (int) key.get(2));
        }

        private static boolean passes(Set<String> words, Object value) {
            return words.isEmpty() || words.contains(value);
        }

        /** People whom one population has and another has not, by what both tables tell apart. */
        private List<Target> differences(List<PublishedTable> targeted, Map<List<Object>, Integer> unknowns) {
            var targets = new ArrayList<Target>();
            for (var one : targeted) {
                for (var other : targeted) {
                    if (one.question().population().equals(other.question().population())
                            || !one.question()
                                    .times()
                                    .asAt()
                                    .equals(other.question().times().asAt())) {
                        continue;
                    }
                    for (int cell = 0; cell < one.counts().cells(); cell++) {
                        var values = one.valuesOf(cell);
                        if (!other.dimensions().equals(one.dimensions())) {
                            continue;
                        }
                        var day = one.question().times().asAt();
                        var larger = sum(one, values, day, unknowns);
                        var smaller = sum(other, values, day, unknowns);
                        if (larger.containsAll(smaller) && !smaller.isEmpty()) {
                            int difference = register.count(one.question(), values, day)
                                    - register.count(other.question(), values, day);
                            if (difference > 0 && difference < 5) {
                                larger.removeAll(smaller);
                                targets.add(new Target(
                                        one.question() + " less "
                                                + other.question().population() + " " + values,
                                        larger));
                            }
                        }
                    }
                }
            }
            return targets;
        }
    }
}
