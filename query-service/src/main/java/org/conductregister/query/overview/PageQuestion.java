package org.conductregister.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.requests.SimilarNames;
import org.jspecify.annotations.Nullable;

/**
 * The question of a page of counts, read from its address. What does not go with the unit is left out, so that a
 * visitor can change the unit alone; what cannot be read is reported, and left out as well.
 *
 * @param grouping a dimension of the unit; null where none is chosen
 * @param asked the times as asked for
 * @param times the times as answered with: the same answer can be had at them for ever
 * @param group the values that members are limited to, by dimension
 */
public record PageQuestion(
        Unit unit,
        Population population,
        @Nullable String grouping,
        AskedTimes asked,
        PointInTime times,
        Map<String, Set<Object>> group,
        Parameters parameters,
        FormFaults faults) {

    /** No later day can be asked for. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final List<Filter> TAGS = List.of(Filter.TAG, Filter.WITHOUT_TAG);
    private static final List<String> DAYS = List.of("reportedFrom", "reportedTo", "referredFrom", "referredTo");

    public static PageQuestion read(
            Map<String, String[]> sent, StatisticsEngine engine, AskedCodes codes, PageTimes pageTimes) {
        var unit = unit(sent);
        var parameters = new Parameters(applicable(sent, unit));
        var reader = new QuestionReader(engine, parameters);
        var population = reader.population(unit);
        var group = reader.group(unit);
        var asked = pageTimes.asked(parameters);
        asked.awaitOn(engine.head());
        codes.check(parameters, population, group, asked);
        noteOfNoUnit(parameters, sent, engine);
        var faults = FormFaults.none();
        parameters.faults().forEach(fault -> faults.add(fault.parameter(), fault.parameter() + " " + fault.detail()));
        return new PageQuestion(
                unit,
                population,
                grouping(parameters, engine.dimensions(unit)),
                asked,
                asked.of(engine.head()),
                group,
                parameters,
                faults);
    }

    /** A unit or a grouping that there is not at all; one that does not go with the unit is left out without a word. */
    private static void noteOfNoUnit(Parameters parameters, Map<String, String[]> sent, StatisticsEngine engine) {
        var word = sent.getOrDefault("unit", new String[] {""})[0];
        if (!word.isBlank()
                && Arrays.stream(Unit.values()).noneMatch(unit -> unit.word().equals(word))) {
            parameters.fault(
                    "unit",
                    "must be one of "
                            + Arrays.stream(Unit.values()).map(Unit::word).collect(Collectors.joining(", ")));
        }
        var dimensions = Arrays.stream(Unit.values())
                .flatMap(unit -> engine.dimensions(unit).stream().map(Dimension::name))
                .collect(Collectors.toSet());
        parameters.list("groupBy").stream()
                .filter(name -> !dimensions.contains(name))
                .forEach(name ->
                        parameters.fault("groupBy", "cannot be " + name + SimilarNames.question(name, dimensions)));
    }

    private static Unit unit(Map<String, String[]> sent) {
        var word = sent.getOrDefault("unit", new String[] {""})[0];
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.word().equals(word))
                .findFirst()
                .orElse(Unit.ALLEGATIONS);
    }

    private static Map<String, List<String>> applicable(Map<String, String[]> sent, Unit unit) {
        var values = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, given) -> values.put(name, Arrays.asList(given)));
        for (var filter : Filter.values()) {
            if (!filter.appliesTo(unit)) {
                values.remove(filter.parameter());
            }
        }
        if (unit == Unit.RESPONSES) {
            DAYS.forEach(values::remove);
        }
        TAGS.forEach(tags -> values.computeIfPresent(tags.parameter(), (name, given) -> separate(given)));
        return values;
    }

    /** Tags are typed into one field, with commas. */
    private static List<String> separate(List<String> typed) {
        return typed.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String grouping(Parameters parameters, List<Dimension> dimensions) {
        var asked = parameters.list("groupBy");
        return dimensions.stream()
                .map(Dimension::name)
                .filter(asked::contains)
                .findFirst()
                .orElse(null);
    }

    Question by(String... dimensions) {
        return new Question(unit, population, List.of(dimensions), times);
    }

    /** After everything that was known: no later day has a value that this one has not. */
    PointInTime latest() {
        return new PointInTime(LAST_DAY, times.knownAt());
    }

    public boolean isKnownNow() {
        return asked.knownAt().equals(PointInTime.NOW);
    }

    /** Returns the parameters in the address of every page about these counts, but for the times. */
    public Map<String, List<String>> kept() {
        var kept = new LinkedHashMap<String, List<String>>();
        kept.put("unit", List.of(unit.word()));
        if (grouping != null) {
            kept.put("groupBy", List.of(grouping));
        }
        population.asParameters().forEach((name, value) -> kept.put(name, texts(value)));
        return kept;
    }

    private static List<String> texts(Object value) {
        return value instanceof Set<?> set
                ? new ArrayList<>(new TreeSet<>(set))
                        .stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    /** The address of a page or call about what is counted, without times and grouping. */
    Address counted(String path) {
        var counted = kept();
        counted.remove("groupBy");
        return new Address(path, counted);
    }

    /** The address of another page about these counts at these very times. */
    public Address exactly(String path) {
        return new Address(path, kept()).with("asAt", times.asAt()).with("knownAt", times.knownAt());
    }

    /** The same, which goes on showing what is known when it is opened where that is what was asked. */
    public Address likewise(String path) {
        var address = new Address(path, kept()).with("asAt", times.asAt());
        return isKnownNow() ? address : address.with("knownAt", asked.knownAt());
    }

    /** One unit, or several: "allegation", "allegations". */
    public String noun(long number) {
        var word = unit.word();
        return number == 1 ? word.substring(0, word.length() - 1) : word.toLowerCase(Locale.UK);
    }
}
