package org.conductregister.query.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A register of allegations of a few forces, categories and years, sparse in parts, of which some come a day later, and some are in a
 * case together; and the tables that are asked of it.
 */
final class PeopleAtRandom {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    final PeopleEngine engine = new PeopleEngine();
    final CountedTables counted = new CountedTables(engine);
    final DisclosureControl control;
    final List<String> forces = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    final List<Integer> years = new ArrayList<>();
    private final int seed;
    private final Random random;

    PeopleAtRandom(int seed) {
        this.seed = seed;
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
        int[][] sizes = {{0, 1, 2, 3, 4, 6, 9}, {0, 0, 1, 2, 5, 12}, {3, 8, 15, 20, 1}, {0, 0, 0, 1, 7}, {4, 4, 4, 3, 9}
        };
        for (var force : forces) {
            var usual = sizes[random.nextInt(sizes.length)];
            Map<Integer, Integer> cases = new HashMap<>();
            for (var category : categories) {
                for (int year : years) {
                    add(usual[random.nextInt(usual.length)], force, category, year, TODAY, cases);
                    if (random.nextInt(6) == 0) {
                        add(1 + random.nextInt(2), force, category, year, TOMORROW, cases);
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

    /** One of ten joins the case of another of the same force and year. */
    private void add(
            int times, String force, String category, int year, LocalDate since, Map<Integer, Integer> lastCaseOfYear) {
        for (int i = 0; i < times; i++) {
            var last = lastCaseOfYear.get(year);
            boolean joins = last != null && random.nextInt(10) == 0;
            int number = joins ? last : engine.newCase();
            engine.add(new PeopleEngine.Person(force, category, year, since, number));
            lastCaseOfYear.put(year, number);
        }
    }

    /** Two and three dimensions, overlapping populations, two units in either order, and some again a day later. */
    List<Question> questions() {
        var all = Population.EVERYTHING;
        var oneCategory = all.with(Filter.CATEGORY, categories.get(0));
        var early = all.reported(null, LocalDate.of(years.get(years.size() - 2), 12, 31));
        var choices = new ArrayList<List<Question>>();
        choices.add(List.of(
                allegations(all, TODAY, "force", "reportedYear"),
                allegations(all, TODAY, "force", "category"),
                allegations(all, TOMORROW, "force", "reportedYear"),
                allegations(oneCategory, TOMORROW, "force", "reportedYear")));
        choices.add(List.of(
                allegations(all, TODAY, "force", "category", "reportedYear"),
                allegations(all, TOMORROW, "force", "category", "reportedYear"),
                allegations(all, TOMORROW, "force", "category")));
        choices.add(List.of(
                allegations(early, TODAY, "force", "category"),
                allegations(all, TODAY, "force", "category"),
                allegations(all, TODAY, "category", "reportedYear"),
                allegations(all, TOMORROW, "force", "category")));
        choices.add(List.of(
                allegations(all, TODAY, "force", "category"),
                cases(all, TODAY, "force"),
                cases(all, TOMORROW, "force", "reportedYear")));
        choices.add(List.of(
                cases(all, TODAY, "force", "reportedYear"),
                cases(early, TODAY, "force"),
                allegations(all, TODAY, "force", "category"),
                allegations(all, TOMORROW, "category", "reportedYear")));
        choices.add(List.of(
                allegations(all, TODAY, "category", "reportedYear"),
                allegations(oneCategory, TODAY, "force"),
                cases(oneCategory, TODAY, "force", "reportedYear"),
                cases(all, TODAY, "reportedYear")));
        return choices.get(seed % choices.size());
    }

    /** Now and then one is rounded. */
    DisclosureRule ruleOf(Question question) {
        return question.groupBy().equals(List.of("category", "reportedYear"))
                ? DisclosureRule.rounding(5)
                : DisclosureRule.USUAL;
    }

    /** The true count of a cell on some day. */
    int count(Question question, List<@Nullable Object> values, LocalDate day) {
        return count(question.unit(), question, values, day);
    }

    /** The true count of a cell in another unit. */
    int count(Unit unit, Question question, List<@Nullable Object> values, LocalDate day) {
        var groups = engine.count(new Question(
                        unit, question.population(), question.groupBy(), new PointInTime(day, PointInTime.NOW)))
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

    private static Question allegations(Population population, LocalDate asAt, String... groupBy) {
        return new Question(Unit.ALLEGATIONS, population, List.of(groupBy), new PointInTime(asAt, PointInTime.NOW));
    }

    private static Question cases(Population population, LocalDate asAt, String... groupBy) {
        return new Question(Unit.CASES, population, List.of(groupBy), new PointInTime(asAt, PointInTime.NOW));
    }
}
