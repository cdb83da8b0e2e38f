package org.conductregister.query.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.pages.LimitsInWords;
import org.springframework.stereotype.Component;

/** Says what a page is limited to: the group that a number was clicked in, and the population. */
@Component
class Limits {

    private final LimitsInWords words;

    Limits(LimitsInWords words) {
        this.words = words;
    }

    List<Map.Entry<String, String>> of(PageQuestion page) {
        var limits = new ArrayList<Map.Entry<String, String>>();
        page.group().forEach((name, values) -> limits.add(words.of(name, values)));
        limits.addAll(words.of(page.population()));
        return limits;
    }
}
