package org.conductregister.query.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.springframework.stereotype.Component;

/**
 * Which rows a chart has, in an order that stays from day to day, so that rows do not jump while the days go by: results in
 * their own order, others the most frequent of the whole history first.
 */
@Component
class RowOrder {

    private static final int REMEMBERED = 100;

    private final StatisticsEngine engine;
    private final Map<Asked, Map<Object, Long>> remembered = Collections.synchronizedMap(new Recent());

    RowOrder(StatisticsEngine engine) {
        this.engine = engine;
    }

    /** @param present the keys of the counts of the day, each led by the row's value */
    List<Object> of(PageQuestion page, Dimension dimension, Collection<List<Object>> present) {
        if (dimension.name().equals("result")) {
            return List.copyOf(dimension.words());
        }
        var asked = new Asked(page.unit(), page.population(), page.times().knownAt(), dimension.name());
        var history = remembered.computeIfAbsent(asked, this::count);
        return Stream.concat(history.keySet().stream(), present.stream().map(List::getFirst))
                .distinct()
                .sorted(Comparator.comparingLong((Object value) -> -history.getOrDefault(value, 0L))
                        .thenComparing(Dimension.ORDER))
                .toList();
    }

    private Map<Object, Long> count(Asked asked) {
        var times = new PointInTime(PageQuestion.LAST_DAY, asked.knownAt());
        var counts = new HashMap<Object, Long>();
        engine.count(new Question(asked.unit(), asked.population(), List.of(asked.dimension()), times))
                .groups()
                .forEach(group -> counts.put(group.values().getFirst(), group.count()));
        return counts;
    }

    private record Asked(Unit unit, Population population, Instant knownAt, String dimension) {}

    private static final class Recent extends LinkedHashMap<Asked, Map<Object, Long>> {

        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Map<Object, Long>> eldest) {
            return size() > REMEMBERED;
        }
    }
}
