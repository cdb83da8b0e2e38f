package org.conductregister.query.overview;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Lists the choices of a page of counts: the unit, the grouping, and the population by the values that occur. */
@Component
public class Panel {

    private static final List<Filter> BY_CHOICE = List.of(
            Filter.FORCE, Filter.CATEGORY, Filter.KIND, Filter.SOURCE, Filter.WORKFORCE, Filter.RECOMMENDATION_ID);

    private final StatisticsEngine engine;
    private final Words words;

    Panel(StatisticsEngine engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    /**
     * The choices of the panel.
     *
     * @param tags whether tags and days of report go with the unit
     * @param chosen how many limits the population has
     */
    public record Choices(
            List<Option> units,
            List<Option> groupings,
            List<Box> boxes,
            boolean tags,
            String tag,
            String withoutTag,
            Population population,
            int chosen) {}

    /** A filter of which several values can be chosen. */
    public record Box(String name, String label, List<Option> options, TreeSet<String> values) {}

    public Choices of(PageQuestion page) {
        var population = page.population();
        var boxes = BY_CHOICE.stream()
                .filter(filter -> filter.appliesTo(page.unit()))
                .map(filter -> new Box(
                        filter.parameter(),
                        words.label(filter.parameter()),
                        options(page, filter),
                        new TreeSet<>(population.of(filter))))
                .filter(box -> box.options().size() > 1 || !box.values().isEmpty())
                .toList();
        boolean tags = Filter.TAG.appliesTo(page.unit());
        int days = (int) Stream.of(
                        population.reported().from(),
                        population.reported().to(),
                        population.referred().from(),
                        population.referred().to())
                .filter(day -> day != null)
                .count();
        return new Choices(
                Stream.of(Unit.values())
                        .map(unit -> new Option(unit.word(), words.label(unit.word())))
                        .toList(),
                engine.dimensions(page.unit()).stream()
                        .map(dimension -> new Option(dimension.name(), words.label(dimension.name())))
                        .toList(),
                boxes,
                tags,
                String.join(", ", population.of(Filter.TAG)),
                String.join(", ", population.of(Filter.WITHOUT_TAG)),
                population,
                population.words().values().stream()
                                .mapToInt(values -> values.size())
                                .sum()
                        + days);
    }

    private List<Option> options(PageQuestion page, Filter filter) {
        var values = new TreeSet<String>(filter.words());
        values.addAll(page.population().of(filter));
        if (filter.words().isEmpty() && hasDimension(page.unit(), filter.parameter())) {
            counted(page.unit(), page, filter.parameter()).forEach(values::add);
        } else if (filter.words().isEmpty() && hasDimension(Unit.ALLEGATIONS, filter.parameter())) {
            counted(Unit.ALLEGATIONS, page, filter.parameter()).forEach(values::add);
        }
        var chosen = page.population().of(filter);
        return values.stream()
                .sorted(Comparator.comparing((String value) -> !chosen.contains(value)))
                .map(value -> new Option(value, words.value(filter.parameter(), value)))
                .toList();
    }

    private boolean hasDimension(Unit unit, String name) {
        return engine.dimensions(unit).stream().map(Dimension::name).anyMatch(name::equals);
    }

    /** Every value that there is on the day of the page or was before: what nothing has cannot be chosen. */
    private Stream<String> counted(Unit unit, PageQuestion page, String dimension) {
        var everything = new Question(unit, Population.EVERYTHING, List.of(dimension), page.latest());
        return engine.count(everything).groups().stream()
                .map(group -> group.values().getFirst().toString());
    }
}
