package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.DayRange;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.ever.EverMembers;
import org.conductregister.web.requests.SimilarNames;
import org.jspecify.annotations.Nullable;

/** Reads what is to be counted from a request. Faults are left with the parameters. */
public final class QuestionReader {

    /** Put before a dimension's name, it always means the group, also where the name alone means the population. */
    private static final String GROUP = "by.";

    private final StatisticsEngine engine;
    private final Parameters parameters;
    private boolean unitKnown = true;

    public QuestionReader(StatisticsEngine engine, Parameters parameters) {
        this.engine = engine;
        this.parameters = parameters;
    }

    /**
     * Returns the unit asked for. Where there is none such, that is left with the parameters as a fault, and a unit stands
     * in for it so that the other parameters are read too; of those, none is refused for not going with it.
     */
    public Unit unit() {
        var word = parameters.text("unit");
        var unit = Arrays.stream(Unit.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (unit.isEmpty()) {
            var words = Arrays.stream(Unit.values()).map(Unit::word).collect(Collectors.joining(", "));
            parameters.fault("unit", "must be one of " + words);
            knowThoseOfEveryUnit();
            unitKnown = false;
        }
        return unit.orElse(Unit.ALLEGATIONS);
    }

    private void knowThoseOfEveryUnit() {
        for (var each : Unit.values()) {
            engine.dimensions(each)
                    .forEach(dimension -> parameters.know(
                            List.of(dimension.name(), GROUP + dimension.name(), Population.EVER + dimension.name())));
        }
    }

    public Question question(Unit unit, PointInTime times) {
        return new Question(unit, population(unit), groupBy(unit), times);
    }

    /** A question that groups by nothing, for lists of members: {@code groupBy} is none of their parameters. */
    Question ungrouped(Unit unit, PointInTime times) {
        return new Question(unit, population(unit), List.of(), times);
    }

    private List<String> groupBy(Unit unit) {
        var asked = parameters.list("groupBy");
        var names = engine.dimensions(unit).stream().map(Dimension::name).toList();
        for (var name : asked) {
            if (unitKnown && !names.contains(name)) {
                parameters.fault(
                        "groupBy",
                        "%s is not a dimension of %s; these are: %s%s"
                                .formatted(
                                        name,
                                        unit.word(),
                                        String.join(", ", names),
                                        SimilarNames.question(name, names)));
            }
        }
        if (new HashSet<>(asked).size() < asked.size()) {
            parameters.fault("groupBy", "must not name a dimension twice");
        }
        return asked;
    }

    public Population population(Unit unit) {
        var words = new EnumMap<Filter, Set<String>>(Filter.class);
        for (var filter : Filter.values()) {
            var values = parameters.texts(filter.parameter());
            if (values.isEmpty()) {
                continue;
            }
            if (unitKnown && !filter.appliesTo(unit)) {
                parameters.fault(filter.parameter(), "does not apply to " + unit.word());
            } else if (!filter.words().isEmpty() && !filter.words().containsAll(values)) {
                parameters.fault(filter.parameter(), "must be one of " + String.join(", ", filter.words()));
            } else {
                words.put(filter, new TreeSet<>(values));
            }
        }
        return new Population(
                words, days(unit, "reportedFrom", "reportedTo"), days(unit, "referredFrom", "referredTo"), ever(unit));
    }

    private Map<String, Set<Object>> ever(Unit unit) {
        var ever = new LinkedHashMap<String, Set<Object>>();
        for (var dimension : engine.dimensions(EverMembers.lookedAt(unit))) {
            var texts = parameters.texts(Population.EVER + dimension.name());
            if (!texts.isEmpty()) {
                ever.put(dimension.name(), values(Population.EVER + dimension.name(), dimension, new TreeSet<>(texts)));
            }
        }
        return ever;
    }

    private DayRange days(Unit unit, String fromName, String toName) {
        var from = days(unit, fromName);
        var to = days(unit, toName);
        if (from != null && to != null && to.isBefore(from)) {
            parameters.fault(toName, "must not be before " + fromName);
        }
        return new DayRange(from, to);
    }

    private @Nullable LocalDate days(Unit unit, String name) {
        var day = parameters.day(name);
        if (day != null && unitKnown && unit == Unit.RESPONSES) {
            parameters.fault(name, "does not apply to " + unit.word());
        }
        return day;
    }

    /** The group that members are asked of: the values of each dimension that is named. */
    public Map<String, Set<Object>> group(Unit unit) {
        var group = new LinkedHashMap<String, Set<Object>>();
        for (var dimension : engine.dimensions(unit)) {
            var texts = new TreeSet<>(parameters.texts(GROUP + dimension.name()));
            if (!isFilter(unit, dimension.name())) {
                texts.addAll(parameters.texts(dimension.name()));
            }
            if (!texts.isEmpty()) {
                group.put(dimension.name(), values(dimension.name(), dimension, texts));
            }
        }
        return group;
    }

    private Set<Object> values(String parameter, Dimension dimension, Set<String> texts) {
        var values = new HashSet<>();
        for (var text : texts) {
            try {
                values.add(dimension.parse(text));
            } catch (IllegalArgumentException e) {
                parameters.fault(parameter, requireNonNullElse(e.getMessage(), "cannot be read"));
            }
        }
        return values;
    }

    private static boolean isFilter(Unit unit, String name) {
        return Arrays.stream(Filter.values())
                .anyMatch(filter -> filter.appliesTo(unit) && filter.parameter().equals(name));
    }
}
