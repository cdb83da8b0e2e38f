package org.conductregister.query.statistics.benchmark.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Team;
import org.conductregister.query.statistics.benchmark.generator.Timed;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.query.statistics.benchmark.queries.Answer;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/** The right answers: every record folded for every question, and its units then tallied. */
public final class FoldedCounts {

    private record Met(long recordedAt, AllegationKey place) {}

    private final QueryParameters asked;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Met> members = new ConcurrentLinkedQueue<>();

    private FoldedCounts(QueryParameters asked) {
        this.asked = asked;
    }

    /**
     * Answers questions by folding every record.
     *
     * @param lastKnown in microseconds since 1970-01-01: what was recorded later does not count
     */
    public static List<Answer> answers(Plan plan, long lastKnown, List<QueryParameters> asked) {
        var folds = asked.stream().map(FoldedCounts::new).toList();
        LongStream.range(0, plan.teamsUntil(lastKnown)).parallel().forEach(number -> {
            var entries = new Team(plan, number).entries();
            folds.forEach(fold -> fold.add(entries, lastKnown));
        });
        return folds.stream().map(FoldedCounts::answer).toList();
    }

    private void add(List<Timed> entries, long lastKnown) {
        if (asked.force() != null
                && !forceOf(entries).equals(Vocabulary.FORCES.get(asked.force()).value())) {
            return;
        }
        long knownAt = asked.query().asksKnownAt() ? asked.knownAt() : lastKnown;
        for (var day : asked.query().isSeries() ? QueryParameters.MONTHS : List.of(asked.asAt())) {
            new TeamAt(entries, day, knownAt).forEach((place, state) -> {
                if (asked.counts(state)) {
                    tally(entries, day, place, state);
                }
            });
        }
    }

    private void tally(List<Timed> entries, LocalDate day, AllegationKey place, State state) {
        if (asked.query().listsMembers()) {
            members.add(new Met(met(entries, place), place));
            return;
        }
        var line = new StringBuilder(asked.query().isSeries() ? day + " " : "");
        asked.query()
                .groupBy()
                .forEach(column -> line.append(column.word(state.code(column))).append(' '));
        counts.computeIfAbsent(line.toString(), group -> new LongAdder()).increment();
    }

    private static String forceOf(List<Timed> entries) {
        for (var entry : entries) {
            if (entry.entry().fact() instanceof CaseOpened opened) {
                return opened.force().value();
            }
        }
        throw new IllegalStateException("a team without a case");
    }

    private static long met(List<Timed> entries, AllegationKey place) {
        for (var entry : entries) {
            if (entry.entry().fact() instanceof AllegationReported reported
                    && entry.entry().record().id().equals(place.record())
                    && reported.allegationId().value().equals(place.part())) {
                return entry.recordedAt();
            }
        }
        throw new IllegalStateException(place + " was never reported");
    }

    private Answer answer() {
        if (asked.query().listsMembers()) {
            var first = members.stream()
                    .sorted(Comparator.comparingLong(Met::recordedAt))
                    .limit(Query.PAGE)
                    .map(met -> met.place().record() + " " + met.place().part())
                    .toList();
            var lines = new ArrayList<>(List.of("total " + members.size()));
            lines.addAll(first);
            return new Answer(lines);
        }
        var counted = new HashMap<String, Long>();
        counts.forEach((group, count) -> counted.put(group, count.sum()));
        return Answer.ofGroups(counted.entrySet().stream()
                .map(group -> group.getKey() + group.getValue())
                .toList());
    }
}
