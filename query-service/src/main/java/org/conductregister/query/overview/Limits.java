package org.conductregister.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Says what a count is limited to, beside its times: each dimension or filter, with its values. */
@Component
class Limits {

    private final Words words;

    Limits(Words words) {
        this.words = words;
    }

    List<Map.Entry<String, String>> of(PageQuestion page) {
        var limits = new ArrayList<Map.Entry<String, String>>();
        page.group().forEach((name, values) -> limits.add(limit(name, values)));
        QuestionReader.echo(page.population()).forEach((name, value) -> limits.add(limit(name, value)));
        return limits;
    }

    private Map.Entry<String, String> limit(String name, Object value) {
        return Map.entry(words.label(Character.toUpperCase(name.charAt(0)) + name.substring(1)), said(name, value));
    }

    private String said(String name, Object value) {
        return value instanceof Set<?> values
                ? values.stream().map(each -> words.value(name, each)).sorted().collect(Collectors.joining(" or "))
                : value instanceof LocalDate day ? words.day(day) : value.toString();
    }
}
