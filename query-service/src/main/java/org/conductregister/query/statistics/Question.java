package org.conductregister.query.statistics;

import java.util.List;
import org.conductregister.query.pointintime.PointInTime;

/**
 * A question for the number of units of a population, at a pair of times.
 *
 * @param groupBy dimensions of the unit, by name; none for one number
 */
public record Question(Unit unit, Population population, List<String> groupBy, PointInTime times) {

    public Question {
        groupBy = List.copyOf(groupBy);
    }
}
