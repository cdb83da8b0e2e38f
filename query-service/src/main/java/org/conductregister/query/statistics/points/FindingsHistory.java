package org.conductregister.query.statistics.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.conductregister.query.lists.ListsAsKnown;

/**
 * Which findings the list says are upheld, from which instant on, up to which: results are read by it.
 *
 * @param spans in order of their instants; one ends where the next begins
 */
record FindingsHistory(List<Span> spans) {

    /** Earlier and later than all instants that entries have; within what every engine's timestamps can be. */
    private static final Instant ALWAYS = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * A time in which the list said the same.
     *
     * @param to exclusive
     */
    record Span(Instant from, Instant to, Set<String> upheld) {}

    /** @param changes the instants at which the list may have changed */
    static FindingsHistory of(ListsAsKnown lists, SortedSet<Instant> changes) {
        var begins = new ArrayList<Instant>();
        begins.add(ALWAYS);
        changes.stream().filter(ALWAYS::isBefore).forEach(begins::add);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < begins.size(); i++) {
            var to = i + 1 < begins.size() ? begins.get(i + 1) : NEVER;
            spans.add(new Span(begins.get(i), to, lists.upheldFindings(begins.get(i))));
        }
        return new FindingsHistory(spans);
    }

    /** The table of it: a row for each finding that is upheld in a span. */
    SmallTable table(String register, long position) {
        var rows = new ArrayList<List<Object>>();
        for (var span : spans) {
            span.upheld().stream()
                    .sorted()
                    .forEach(finding -> rows.add(List.of(register, position, finding, span.from(), span.to())));
        }
        return new SmallTable(
                List.of(
                        ParquetColumn.of("register", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("position", ParquetColumn.Kind.LONG),
                        ParquetColumn.of("finding", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("knownFrom", ParquetColumn.Kind.INSTANT),
                        ParquetColumn.of("knownTo", ParquetColumn.Kind.INSTANT)),
                rows);
    }
}
