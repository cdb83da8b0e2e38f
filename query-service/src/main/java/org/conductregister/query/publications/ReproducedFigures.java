package org.conductregister.query.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conductregister.query.audit.CountChanges;
import org.conductregister.query.audit.CountChanges.Moved;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.statistics.http.TableCalls;
import org.conductregister.query.statistics.http.TableCalls.Call;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.TableFormat;
import org.conductregister.query.tabular.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the tables of published figures again, and compares them with what is known now. Safe for use by several threads. */
@Component
class ReproducedFigures {

    /** The most entries that are named for a figure. */
    static final int MOST_ENTRIES = 100;

    /** The most days of a series for which entries are looked for. */
    static final int MOST_DAYS = 40;

    private static final String AS_AT = "asAt";

    private final TableCalls calls;
    private final StatisticsEngine engine;
    private final CountChanges changes;

    ReproducedFigures(TableCalls calls, StatisticsEngine engine, CountChanges changes) {
        this.calls = calls;
        this.engine = engine;
        this.changes = changes;
    }

    /**
     * A figure of the table that is another now.
     *
     * @param group the values of the dimensions, and in tables over time the days
     * @param before the figures by the names of their columns; null where the group was not there
     * @param after likewise
     * @param entries that did it, in order, the earliest {@value #MOST_ENTRIES}; none for durations and flows, of which they cannot be found, nor for
     *     the later days of a long series
     * @param entriesInAll how many did it
     */
    record Change(
            Map<String, Object> group,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            List<Entry> entries,
            int entriesInAll) {}

    /** An entry of the log. It does not say whose record it is on: that is for who may read the log. */
    record Entry(long position, Instant recordedAt, String type) {}

    /** @throws org.conductregister.query.pointintime.InvalidParametersException when the call would be refused */
    DataTable table(PublishedQuery query, @Nullable LocalDate asAt, Instant knownAt) {
        return calls.table(query.call(), query.at(asAt, knownAt));
    }

    /** The same, in the layout that was asked for. */
    DataTable laidOut(PublishedQuery query, @Nullable LocalDate asAt, Instant knownAt) {
        return calls.table(query.call(), query.laidOut(asAt, knownAt));
    }

    /** The digest of a table: SHA-256 of it as {@code text/csv}. */
    static String digest(DataTable table) {
        try {
            var bytes = new ByteArrayOutputStream();
            TableWriter.write(table, TableFormat.CSV, false, bytes);
            return "sha-256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the table as known then is still what it was. */
    boolean isReproduced(Publication one) {
        var query = PublishedQuery.parse(one.query());
        return digest(table(query, one.asAt(), one.knownAt())).equals(one.digest());
    }

    /**
     * Returns the changes of published figures as known now; none where they are the same.
     *
     * @param now of the last entry, or of the last change of a list, by which results are read too
     */
    List<Change> changedSince(Publication one, Instant now) {
        var query = PublishedQuery.parse(one.query());
        if (!now.isAfter(one.knownAt())) {
            return List.of();
        }
        var before = figures(table(query, one.asAt(), one.knownAt()));
        var after = figures(table(query, one.asAt(), now));
        var groups = new LinkedHashSet<>(before.keySet());
        groups.addAll(after.keySet());
        groups.removeIf(group -> Objects.equals(before.get(group), after.get(group)));
        if (groups.isEmpty()) {
            return List.of();
        }
        var entries = new EntriesByDay(query, one, now);
        return groups.stream()
                .map(group -> change(group, before.get(group), after.get(group), entries.of(group)))
                .toList();
    }

    /** The entries that moved units, by day and group: of counts and of series, a day at a time. */
    private final class EntriesByDay {

        private final PublishedQuery query;
        private final Publication one;
        private final Instant now;
        private final Map<LocalDate, Map<List<Object>, Moved>> byDay = new HashMap<>();

        EntriesByDay(PublishedQuery query, Publication one, Instant now) {
            this.query = query;
            this.one = one;
            this.now = now;
        }

        /** The entries of a group; none of durations and flows, nor of more days than {@value #MOST_DAYS}. */
        Moved of(Map<String, Object> group) {
            var values = new LinkedHashMap<>(group);
            var day = query.call() == Call.SERIES && values.remove(AS_AT) instanceof LocalDate of ? of : one.asAt();
            boolean counted = query.call() == Call.COUNT || query.call() == Call.SERIES;
            if (!counted || day == null || (!byDay.containsKey(day) && byDay.size() == MOST_DAYS)) {
                return Moved.BY_NONE;
            }
            return byDay.computeIfAbsent(day, asAt -> entries(query, asAt, one.knownAt(), now))
                    .getOrDefault(List.copyOf(values.values()), Moved.BY_NONE);
        }
    }

    /** The figures of each row, by what names the row: texts, days and flags, and years, which are dimensions. */
    private static Map<Map<String, Object>, Map<String, Object>> figures(DataTable table) {
        var all = new LinkedHashMap<Map<String, Object>, Map<String, Object>>();
        try {
            table.rows().forEach(cells -> {
                var group = new LinkedHashMap<String, Object>();
                var figures = new LinkedHashMap<String, Object>();
                for (int i = 0; i < cells.size(); i++) {
                    var name = table.columns().get(i).name();
                    var cell = cells.get(i);
                    if (cell instanceof Long || cell instanceof Double || cell instanceof Enum<?>) {
                        figures.put(name, cell instanceof Enum<?> ? "" : cell);
                    } else if (cell != null) {
                        group.put(name, cell instanceof Coded coded ? coded.code() : cell);
                    }
                }
                all.put(group, figures);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private Map<List<Object>, Moved> entries(PublishedQuery query, LocalDate asAt, Instant knownAt, Instant now) {
        var earlier = question(query, new PointInTime(asAt, knownAt));
        var later = question(query, new PointInTime(asAt, now));
        return changes.byGroup(earlier, later, MOST_ENTRIES);
    }

    private static Change change(
            Map<String, Object> group,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Moved moved) {
        var entries = moved.named().stream()
                .map(entry -> new Entry(entry.position(), entry.recordedAt(), entry.type()))
                .toList();
        return new Change(group, before, after, entries, moved.all());
    }

    private Question question(PublishedQuery query, PointInTime times) {
        var parameters = new Parameters(query.parameters());
        var reader = new QuestionReader(engine, parameters);
        return reader.question(reader.unit(), times);
    }
}
