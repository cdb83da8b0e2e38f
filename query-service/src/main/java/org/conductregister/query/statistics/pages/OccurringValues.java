package org.conductregister.query.statistics.pages;

import java.util.Comparator;
import java.util.List;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** The values that a dimension has in the register, for people to choose from in a form. Any thread may ask. */
@Component
public class OccurringValues {

    private final StatisticsEngine statistics;
    private final Words words;

    OccurringValues(StatisticsEngine statistics, Words words) {
        this.statistics = statistics;
        this.words = words;
    }

    /** The values that any unit has at a day, as known at an instant, in order of their words. */
    public List<Option> of(Unit unit, String dimension, PointInTime times) {
        var question = new Question(unit, Population.EVERYTHING, List.of(dimension), times);
        return statistics.count(question).groups().stream()
                .map(group -> group.values().getFirst())
                .map(value -> new Option(value.toString(), words.value(dimension, value)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }
}
