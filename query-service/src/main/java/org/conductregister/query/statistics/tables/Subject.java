package org.conductregister.query.statistics.tables;

import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;

/**
 * The subject of a table.
 *
 * @param measured what is shown where it is not how many: "days from reported to closed"; else empty
 * @param groupBy the dimensions, by name
 * @param times in words, both of them, as answered with
 * @param definitions of the answer, its version among them
 * @param address of the call that gives it again
 */
public record Subject(
        Unit unit,
        String measured,
        List<String> groupBy,
        Population population,
        String times,
        Map<String, String> definitions,
        String address) {

    public Subject {
        groupBy = List.copyOf(groupBy);
    }
}
