package org.conductregister.query.statistics.benchmark.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Team;
import org.conductregister.query.statistics.benchmark.oracle.RowSink;
import org.conductregister.query.statistics.benchmark.oracle.State;
import org.conductregister.query.statistics.benchmark.oracle.TeamRows;

/** Fills databases: teams are folded side by side, their rows handed over one after another. */
public final class Loading {

    private static final int CHUNK = 1_000;

    private Loading() {}

    /**
     * Loads the rows of all teams into databases.
     *
     * @param lastKnown in microseconds since 1970-01-01: what was recorded later is left out
     */
    public static void load(Plan plan, long lastKnown, List<? extends Database> databases) {
        var rows = databases.stream().map(Database::rows).toList();
        long teams = plan.teamsUntil(lastKnown);
        for (long from = 0; from < teams; from += CHUNK) {
            var chunk = LongStream.range(from, Math.min(teams, from + CHUNK))
                    .parallel()
                    .mapToObj(number -> {
                        var kept = new Kept();
                        TeamRows.tell(new Team(plan, number).entries(), lastKnown, kept);
                        return kept;
                    })
                    .toList();
            rows.parallelStream().forEach(ofOne -> chunk.forEach(kept -> kept.replay(ofOne)));
        }
    }

    private static final class Kept implements RowSink {

        private final List<Consumer<RowSink>> calls = new ArrayList<>();

        @Override
        public void interval(Member member, State state, int validFrom, int validTo, long knownFrom, long knownTo) {
            calls.add(rows -> rows.interval(member, state, validFrom, validTo, knownFrom, knownTo));
        }

        @Override
        public void point(State state, int day, long recordedAt, int delta) {
            calls.add(rows -> rows.point(state, day, recordedAt, delta));
        }

        void replay(RowSink rows) {
            calls.forEach(call -> call.accept(rows));
        }
    }
}
