package org.conductregister.query.statistics.benchmark.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.conductregister.query.statistics.benchmark.oracle.RowSink.Member;
import org.jspecify.annotations.Nullable;

/** How one allegation goes through its states, as known so far, and since when each of its spans has been known. */
final class StateSpans {

    private record Span(int from, int to, State state) {}

    private final Member member;
    private Map<Span, Long> known = Map.of();

    StateSpans(Member member) {
        this.member = member;
    }

    /**
     * It is known to go otherwise.
     *
     * @param steps its state from a day on; null where there is no such allegation
     */
    void becomes(SortedMap<Integer, @Nullable State> steps, long recordedAt, RowSink rows) {
        var before = known;
        var now = new HashMap<Span, Long>();
        for (var span : spans(steps)) {
            var since = before.get(span);
            now.put(span, since == null ? recordedAt : since);
        }
        before.forEach((span, since) -> {
            if (!now.containsKey(span)) {
                rows.interval(member, span.state(), span.from(), span.to(), since, recordedAt);
            }
        });
        tellPoints(before, now, recordedAt, rows);
        known = now;
    }

    void end(RowSink rows) {
        known.forEach((span, since) ->
                rows.interval(member, span.state(), span.from(), span.to(), since, RowSink.STILL_KNOWN));
    }

    private static List<Span> spans(SortedMap<Integer, @Nullable State> steps) {
        var spans = new ArrayList<Span>(steps.size());
        State current = null;
        int from = 0;
        for (var step : steps.entrySet()) {
            if (current == null ? step.getValue() != null : !current.equals(step.getValue())) {
                if (current != null) {
                    spans.add(new Span(from, step.getKey(), current));
                }
                current = step.getValue();
                from = step.getKey();
            }
        }
        if (current != null) {
            spans.add(new Span(from, RowSink.NO_LAST_DAY, current));
        }
        return spans;
    }

    /** Adds the spans that begin or end in the one and not in the other. */
    private static void tellPoints(Map<Span, Long> before, Map<Span, Long> now, long recordedAt, RowSink rows) {
        record Edge(int day, State state) {}
        var edges = new HashMap<Edge, Integer>();
        now.keySet().forEach(span -> {
            edges.merge(new Edge(span.from(), span.state()), 1, Integer::sum);
            edges.merge(new Edge(span.to(), span.state()), -1, Integer::sum);
        });
        before.keySet().forEach(span -> {
            edges.merge(new Edge(span.from(), span.state()), -1, Integer::sum);
            edges.merge(new Edge(span.to(), span.state()), 1, Integer::sum);
        });
        edges.forEach((edge, delta) -> {
            if (delta != 0 && edge.day() != RowSink.NO_LAST_DAY) {
                rows.point(edge.state(), edge.day(), recordedAt, delta);
            }
        });
    }
}
