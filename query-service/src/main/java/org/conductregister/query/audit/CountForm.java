package org.conductregister.query.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which somebody says what was counted. */
@Component
class CountForm {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final StatisticsEngine engine;
    private final Words words;

    CountForm(StatisticsEngine engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    /** Null where it cannot be read; the parameters then say what is wrong. */
    @Nullable
    Question read(Parameters parameters, PointInTime times) {
        var unit = parameters.text("unit");
        if (units().stream().noneMatch(each -> each.value().equals(unit))) {
            parameters.fault("unit", "must be chosen");
            return null;
        }
        var reader = new QuestionReader(engine, parameters);
        var question = reader.question(reader.unit(), times);
        return parameters.faults().isEmpty() ? question : null;
    }

    List<Option> units() {
        return Arrays.stream(Unit.values())
                .map(unit -> new Option(unit.word(), words.label(unit.name())))
                .toList();
    }

    /** By which at least one unit can be divided. */
    List<Option> dimensions() {
        var names = new LinkedHashSet<String>();
        names.add("status");
        names.add("result");
        for (var unit : Unit.values()) {
            engine.dimensions(unit).stream().map(Dimension::name).forEach(names::add);
        }
        return names.stream().map(name -> new Option(name, words.label(name))).toList();
    }

    /** The forces there are. */
    List<Option> forces() {
        return met("force", words::force);
    }

    /** The categories there are. */
    List<Option> categories() {
        return met("category", words::label);
    }

    private List<Option> met(String dimension, Function<Object, String> name) {
        var now = new PointInTime(LAST_DAY, PointInTime.NOW);
        var question = new Question(Unit.ALLEGATIONS, Population.EVERYTHING, List.of(dimension), now);
        return engine.count(question).groups().stream()
                .map(group -> group.values().getFirst())
                .map(value -> new Option(value.toString(), name.apply(value)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    /** What the population is limited to, in words; empty for everything. */
    Map<String, String> population(Question question) {
        var limits = new LinkedHashMap<String, String>();
        for (var filter : Filter.values()) {
            var values = question.population().of(filter);
            if (!values.isEmpty()) {
                limits.put(
                        words.label(filter.parameter()),
                        String.join(" or ", values.stream().map(words::label).toList()));
            }
        }
        days(
                limits,
                "Reported",
                question.population().reported().from(),
                question.population().reported().to());
        days(
                limits,
                "Referred",
                question.population().referred().from(),
                question.population().referred().to());
        return limits;
    }

    private void days(Map<String, String> limits, String what, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            limits.put(what + " from", words.day(from));
        }
        if (to != null) {
            limits.put(what + " to", words.day(to));
        }
    }
}
