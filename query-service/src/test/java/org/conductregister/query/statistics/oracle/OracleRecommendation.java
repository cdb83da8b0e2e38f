package org.conductregister.query.statistics.oracle;

import static org.conductregister.query.statistics.oracle.OracleCase.require;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact.*;

/** One recommendation after the facts told so far. */
final class OracleRecommendation {

    LocalDate due;
    final Set<String> forces = new TreeSet<>();
    final Map<String, LocalDate> answered = new HashMap<>();
    final Map<String, String> grades = new HashMap<>();

    void tell(LocalDate day, Fact fact) {
        require(fact instanceof RecommendationIssued == (due == null));
        switch (fact) {
            case RecommendationIssued f -> {
                require(!f.responseDueOn().isBefore(day));
                due = f.responseDueOn();
                f.addressedTo().forces().forEach(force -> forces.add(force.value()));
            }
            case ForceResponded f -> {
                require(forces.contains(f.force().value()));
                answered.putIfAbsent(f.force().value(), day);
            }
            case ForceProgressGraded f -> {
                require(forces.contains(f.force().value()));
                grades.put(f.force().value(), f.grade().name());
            }
            default -> throw new OracleCase.Impossible();
        }
    }

    String response(String force, LocalDate asAt) {
        var on = answered.get(force);
        if (on == null) {
            return asAt.isAfter(due) ? "OVERDUE" : "AWAITED";
        }
        return on.isAfter(due) ? "LATE" : "IN_TIME";
    }
}
