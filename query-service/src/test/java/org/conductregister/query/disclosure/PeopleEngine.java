package org.conductregister.query.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;

/**
 * Counts a list of allegations, one by one: slow and obvious. What changes over time is who is there. Of every other unit than
 * allegations there is one for each case, which is in a population with any of its allegations.
 */
final class PeopleEngine implements StatisticsEngine {

    private final List<Person> people = new ArrayList<>();
    private int cases;

    /**
     * An allegation.
     *
     * @param since the day from which on the register has it
     * @param caseNumber of the case that it is in; all in one case are of the same force and year
     */
    record Person(String force, String category, int year, LocalDate since, int caseNumber) {

        Map<String, Object> values() {
            return Map.of("force", force, "category", category, "reportedYear", year, "tag", "T", "allegationCount", 1);
        }
    }

    void add(Person person) {
        people.add(person);
    }

    /** Returns the number of a case in which nobody is yet. */
    int newCase() {
        return cases++;
    }

    void add(int times, String force, String category, int year, LocalDate since) {
        for (int i = 0; i < times; i++) {
            add(new Person(force, category, year, since, newCase()));
        }
    }

    private List<Integer> in(Question question) {
        var population = question.population();
        var asAt = question.times().asAt();
        var seen = new HashSet<Integer>();
        var in = new ArrayList<Integer>();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            if (!person.since().isAfter(asAt)
                    && passes(population, Filter.FORCE, person.force())
                    && passes(population, Filter.CATEGORY, person.category())
                    && (population.reported().from() == null
                            || population.reported().from().getYear() <= person.year())
                    && (population.reported().to() == null
                            || population.reported().to().getYear() >= person.year())
                    && (question.unit() == Unit.ALLEGATIONS || seen.add(person.caseNumber()))) {
                in.add(i);
            }
        }
        return in;
    }

    private static boolean passes(Population population, Filter filter, String value) {
        return population.of(filter).isEmpty() || population.of(filter).contains(value);
    }

    private Instant knownAt(LocalDate asAt) {
        return Instant.parse(asAt + "T12:00:00Z");
    }

    @Override
    public Table count(Question question) {
        var counts = new LinkedHashMap<List<Object>, Long>();
        for (int i : in(question)) {
            var values =
                    question.groupBy().stream().map(people.get(i).values()::get).toList();
            counts.merge(values, 1L, Long::sum);
        }
        var groups = counts.entrySet().stream()
                .map(entry -> new Table.Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(group -> group.values().toString()))
                .toList();
        return new Table(knownAt(question.times().asAt()), 1, groups);
    }

    private String record(int person) {
        return "C" + people.get(person).caseNumber();
    }

    @Override
    public Members members(Question question, Listing listing) {
        var in = in(question);
        var page = in.stream()
                .skip(listing.offset())
                .limit(listing.limit())
                .map(i -> new Member(
                        record(i),
                        question.unit() == Unit.ALLEGATIONS ? "A" + i : null,
                        null,
                        null,
                        people.get(i).values()))
                .toList();
        return new Members(knownAt(question.times().asAt()), 1, in.size(), page);
    }

    @Override
    public Head head() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Dimension> dimensions(Unit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        throw new UnsupportedOperationException();
    }
}
