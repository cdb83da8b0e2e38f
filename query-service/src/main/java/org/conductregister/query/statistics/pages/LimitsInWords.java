package org.conductregister.query.statistics.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.query.statistics.Population;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Says in words what a count is limited to, other than its times. Any thread may ask. */
@Component
public class LimitsInWords {

    private final Words words;

    LimitsInWords(Words words) {
        this.words = words;
    }

    /** Each filter of a population with its values, in words; none for one that is not limited. */
    public List<Map.Entry<String, String>> of(Population population) {
        return population.asParameters().entrySet().stream()
                .map(limit -> of(limit.getKey(), limit.getValue()))
                .toList();
    }

    /**
     * Returns a limit as its name and its value, both in words.
     *
     * @param value of a dimension or filter: several, a day, or text
     */
    public Map.Entry<String, String> of(String name, Object value) {
        if (name.startsWith(Population.EVER)) {
            var dimension = name.substring(Population.EVER.length());
            return Map.entry("Ever: " + words.label(dimension), inWords(dimension, value));
        }
        return Map.entry(words.label(name), inWords(name, value));
    }

    private String inWords(String name, Object value) {
        return value instanceof Set<?> values
                ? values.stream().map(each -> words.value(name, each)).sorted().collect(Collectors.joining(" or "))
                : value instanceof LocalDate day ? words.day(day) : value.toString();
    }
}
