package org.conductregister.query.statistics.ever;

import java.util.Set;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.UnitAt;

/** The persons who, beside an allegation in a population, have another one of some categories. O(rows). */
public final class AlsoAccused {

    private AlsoAccused() {}

    /**
     * A condition on officers, by the number of the person.
     *
     * @param allegations at the day of the question
     * @param plan of allegations in the population
     * @param categories of which the other allegation, in the population or not, must have one
     */
    public static IntPredicate of(UnitAt allegations, QueryPlan plan, Set<String> categories) {
        var snapshot = allegations.snapshot();
        var states = allegations.states();
        var features = Dimensions.OF_ALLEGATIONS;
        int category = features.field(features.number("category"));
        int persons = allegations.index().persons().size();
        var inPopulation = new int[persons];
        var also = new int[persons];
        var both = new int[persons];
        var versions = snapshot.versions();
        for (int version = 0; version < states.count(); version++) {
            int person = versions.person(version);
            if (states.of(version) == UnitState.NOT_THERE || person == UnitState.NOBODY) {
                continue;
            }
            int passes = plan.admits(snapshot, version) ? 1 : 0;
            boolean isOne = categories.contains(snapshot.profiles()
                    .value(versions.profile(version), category)
                    .toString());
            inPopulation[person] += passes;
            also[person] += isOne ? 1 : 0;
            both[person] += isOne ? passes : 0;
        }
        return person ->
                inPopulation[person] > 0 && also[person] > 0 && inPopulation[person] + also[person] - both[person] > 1;
    }
}
