package org.conductregister.query.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.query.audit.CountChanges;
import org.conductregister.query.audit.CountChanges.Differing;
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
     * @param entries that did it, in order; none for tables of which they cannot be found
     */
    record Change(
            Map<String, Object> group,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            List<Entry> entries) {}

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

    /** Returns the changes known now of published figures; none where they are the same. */
    List<Change> changedSince(Publication one) {
        var query = PublishedQuery.parse(one.query());
        var now = engine.head().now().recordedAt();
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
        var entries = query.call() == Call.COUNT && one.asAt() != null
                ? entries(query, one.asAt(), one.knownAt(), now)
                : Map.<List<Object>, List<Entry>>of();
        return groups.stream()
                .map(group -> new Change(
                        group,
                        before.get(group),
                        after.get(group),
                        entries.getOrDefault(List.copyOf(group.values()), List.of())))
                .toList();
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

    private Map<List<Object>, List<Entry>> entries(PublishedQuery query, LocalDate asAt, Instant knownAt, Instant now) {
        var earlier = question(query, new PointInTime(asAt, knownAt));
        var later = question(query, new PointInTime(asAt, now));
        var found = new LinkedHashMap<List<Object>, SortedMap<Long, Entry>>();
        for (var differing : changes.explain(earlier, later).differing()) {
            note(found, differing.before(), differing);
            note(found, differing.after(), differing);
        }
        var entries = new LinkedHashMap<List<Object>, List<Entry>>();
        found.forEach((group, byPosition) -> entries.put(group, new ArrayList<>(byPosition.values())));
        return entries;
    }

    private static void note(
            Map<List<Object>, SortedMap<Long, Entry>> found, @Nullable List<Object> group, Differing differing) {
        if (group != null) {
            var entries = found.computeIfAbsent(group, each -> new TreeMap<>());
            differing
                    .entries()
                    .forEach(entry -> entries.put(
                            entry.position(), new Entry(entry.position(), entry.recordedAt(), entry.type())));
        }
    }

    private Question question(PublishedQuery query, PointInTime times) {
        var parameters = new Parameters(query.parameters());
        var reader = new QuestionReader(engine, parameters);
        return reader.question(reader.unit(), times);
    }
}
