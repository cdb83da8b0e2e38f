package org.conductregister.query.statistics.benchmark.generator;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.terms.codes.ForceCode;

/**
 * A few people of one force and the cases about them. Nothing of a team hangs on another, so that each can be generated,
 * and folded, by itself.
 */
public final class Team {

    private final List<Timed> entries;

    public Team(Plan plan, long number) {
        var draw = new RandomDraw(plan.seed(), number);
        var log = new TeamLog(plan, number, draw);
        ForceCode force = draw.of(Vocabulary.FORCE);
        int begins = Math.toIntExact(Math.floorDiv(plan.begins(number), Plan.DAY));
        var officers = new ArrayList<OfficerScript>();
        int strength = 1 + draw.about(1.3);
        for (int i = 0; i < strength; i++) {
            officers.add(new OfficerScript(log, draw, "P-%d-%d".formatted(number, i + 1), force, begins));
        }
        int cases = 1 + draw.about(1.8);
        for (int i = 0; i < cases; i++) {
            int day = i == 0 ? begins : begins + draw.about(250);
            new CaseScript(log, draw, "C-%d-%d".formatted(number, i + 1), officers).write(force, day);
        }
        officers.forEach(OfficerScript::writeEnd);
        this.entries = log.inOrder();
    }

    /** In the order recorded, at instants that rise. */
    public List<Timed> entries() {
        return entries;
    }
}
