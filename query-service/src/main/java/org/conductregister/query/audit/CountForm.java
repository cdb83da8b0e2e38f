package org.conductregister.query.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.statistics.pages.LimitsInWords;
import org.conductregister.query.statistics.pages.OccurringValues;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form in which somebody says what was counted. */
@Component
class CountForm {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final StatisticsEngine engine;
    private final OccurringValues occurring;
    private final LimitsInWords limits;
    private final Words words;
    private final AskedCodes codes;

    CountForm(StatisticsEngine engine, OccurringValues occurring, LimitsInWords limits, Words words, AskedCodes codes) {
        this.engine = engine;
        this.occurring = occurring;
        this.limits = limits;
        this.words = words;
        this.codes = codes;
    }

    /** Null where it cannot be read; the parameters then say what is wrong. */
    @Nullable
    Question read(Parameters parameters, AskedTimes asked) {
        var unit = parameters.text("unit");
        if (units().stream().noneMatch(each -> each.value().equals(unit))) {
            parameters.fault("unit", "must be chosen");
            return null;
        }
        var reader = new QuestionReader(engine, parameters);
        var question = reader.question(reader.unit(), new PointInTime(asked.asAt(), asked.knownAt()));
        codes.check(parameters, question.population(), Map.of(), asked);
        return parameters.faults().isEmpty() ? question : null;
    }

    private List<Option> units() {
        return Arrays.stream(Unit.values())
                .map(unit -> new Option(unit.word(), words.label(unit.name())))
                .toList();
    }

    /** The dimensions by which at least one unit can be grouped. */
    private List<Option> dimensions() {
        var names = new LinkedHashSet<String>();
        names.add("status");
        names.add("result");
        for (var unit : Unit.values()) {
            engine.dimensions(unit).stream().map(Dimension::name).forEach(names::add);
        }
        return names.stream().map(name -> new Option(name, words.label(name))).toList();
    }

    /** Has a page offer what can be chosen. */
    void offerOn(Model page) {
        var now = new PointInTime(LAST_DAY, PointInTime.NOW);
        page.addAttribute("units", units());
        page.addAttribute("dimensions", dimensions());
        page.addAttribute("forces", occurring.of(Unit.ALLEGATIONS, "force", now));
        page.addAttribute("categories", occurring.of(Unit.ALLEGATIONS, "category", now));
    }

    /** Returns the limits of the population in words; none for everything. */
    List<Map.Entry<String, String>> population(Question question) {
        return limits.of(question.population());
    }
}
