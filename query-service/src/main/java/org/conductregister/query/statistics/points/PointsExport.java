package org.conductregister.query.statistics.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.query.workingdays.WorkingDays;

/**
 * Writes the points of a snapshot that a directory does not have yet into it, with what reads them. See the package's page.
 * For one thread.
 */
public final class PointsExport {

    private static final int LAYOUT = 1;

    /** Days on which a calendar begins and ends at the latest and at the earliest. */
    private static final LocalDate CALENDAR_FROM = LocalDate.of(1900, 1, 1);

    private static final LocalDate CALENDAR_TO = LocalDate.of(2100, 12, 31);

    private final IndexSnapshot index;
    private final ListsAsKnown lists;
    private final SortedSet<Instant> listChanges;

    /**
     * @param statistics whose published snapshot is written
     * @param listChanges the instants at which the list of findings may have changed
     */
    public PointsExport(StatisticsView statistics, ListsAsKnown lists, SortedSet<Instant> listChanges) {
        this.index = statistics.snapshot();
        this.lists = lists;
        this.listChanges = listChanges;
    }

    /**
     * A run's result.
     *
     * @param rows of all units
     */
    public record Written(long from, long to, long rows) {}

    /**
     * Adds what is new.
     *
     * @param register the name of this register, which keeps its rows apart from those of others
     * @return empty where there was nothing new
     * @throws PointsRefusedException if the directory has the points of another register, of another log, or of another version
     *     of this program
     */
    public Optional<Written> writeTo(Path path, String register) throws IOException {
        try (var directory = PointsDirectory.open(path)) {
            var last = directory.last();
            if (last != null) {
                requireSame(last, register, path);
            }
            long after = last == null ? 0 : last.to();
            PointsStatements.writeTo(path);
            if (index.head().position() == after) {
                return Optional.empty();
            }
            var added = directory.add(writing -> write(writing, register, after));
            return Optional.of(new Written(
                    added.from(),
                    added.to(),
                    Arrays.stream(Unit.values())
                            .mapToLong(unit -> added.rows().getOrDefault(unit.word(), 0L))
                            .sum()));
        }
    }

    private void requireSame(Increment last, String register, Path path) {
        if (!last.form().equals(form())) {
            throw new PointsRefusedException(
                    "%s was written by another version of this program, whose points mean something else. Begin in an empty directory."
                            .formatted(path));
        }
        if (!last.register().equals(register)) {
            throw new PointsRefusedException(
                    "%s has the points of the register “%s”, not of “%s”.".formatted(path, last.register(), register));
        }
        if (last.to() > index.head().position()) {
            throw new PointsRefusedException(
                    "%s has the points up to position %d, and the log ends at %d: it is another log, or was restored from a backup. Begin in an empty directory."
                            .formatted(path, last.to(), index.head().position()));
        }
        if (last.digest() != PointDigest.of(index, last.to())) {
            throw new PointsRefusedException(
                    "%s has the points of another log: up to position %d they are not those of this one. Begin in an empty directory."
                            .formatted(path, last.to()));
        }
    }

    private static String form() {
        return "%d %d %s"
                .formatted(
                        LAYOUT,
                        StatisticsView.POINTS_VERSION,
                        Arrays.stream(Unit.values())
                                .map(unit ->
                                        unit + " " + Dimensions.features(unit).names())
                                .collect(Collectors.joining("; ")));
    }

    private Increment write(Path directory, String register, long after) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        var sets = new Sets();
        var caseOf = casesOfAllegations();
        for (var unit : index.units().keySet()) {
            var file = directory.resolve(fileOf(unit.word()));
            rows.put(unit.word(), new UnitPoints(unit, index, register, caseOf).write(file, after, sets));
        }
        var head = index.head();
        var tables = sets.tables();
        tables.put("findings", FindingsHistory.of(lists, listChanges).table(register, head.position()));
        tables.put("calendar", calendar(register));
        tables.put("precedence", precedence());
        for (var table : tables.entrySet()) {
            table.getValue().write(directory.resolve(fileOf(table.getKey())));
            rows.put(table.getKey(), (long) table.getValue().rows().size());
        }
        return new Increment(
                form(),
                register,
                after + 1,
                head.position(),
                head.recordedAt(),
                rows,
                PointDigest.of(index, head.position()));
    }

    private static String fileOf(String table) {
        return table + ".parquet";
    }

    /** The number of the case of each allegation, by the number of the allegation; O(cases and allegations). */
    private IntUnaryOperator casesOfAllegations() {
        var cases = index.of(Unit.CASES).members();
        var numbers = new StringDictionary();
        for (int member = 0; member < cases.size(); member++) {
            numbers.numberOf(cases.get(member));
        }
        var allegations = index.of(Unit.ALLEGATIONS);
        return allegation -> {
            int number = numbers.numberOf(allegations.record(allegation));
            if (number >= cases.size()) {
                throw new IllegalStateException("an allegation of a case that is no member");
            }
            return number;
        };
    }

    /** The days, each with the number of working days up to it, as the calendar is known at the last entry. */
    private SmallTable calendar(String register) {
        var workingDays = lists.workingDays(index.head().recordedAt());
        int first = Math.toIntExact(CALENDAR_FROM.toEpochDay());
        int last = Math.toIntExact(CALENDAR_TO.toEpochDay());
        for (var unit : index.units().values()) {
            for (int row = 0; row < unit.points().size(); row++) {
                first = Math.min(first, unit.points().epochDay(row));
                last = Math.max(last, unit.points().epochDay(row));
            }
        }
        var rows = new ArrayList<List<Object>>(last - first + 1);
        for (int day = first; day <= last; day++) {
            rows.add(List.of(register, index.head().position(), day, day, workingDaysUpTo(workingDays, day)));
        }
        return new SmallTable(
                List.of(
                        ParquetColumn.of("register", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("position", ParquetColumn.Kind.LONG),
                        ParquetColumn.of("calendarDay", ParquetColumn.Kind.DATE),
                        ParquetColumn.of("days", ParquetColumn.Kind.INT),
                        ParquetColumn.of("workingDays", ParquetColumn.Kind.INT)),
                rows);
    }

    private static Integer workingDaysUpTo(WorkingDays workingDays, int day) {
        return workingDays.upTo(day);
    }

    /** For each dimension of officers with fixed words, their order: the least among an officer's allegations is the officer's. */
    private static SmallTable precedence() {
        var rows = new ArrayList<List<Object>>();
        for (var dimension : Dimensions.of(Unit.OFFICERS)) {
            for (int i = 0; i < dimension.words().size(); i++) {
                var word = dimension.words().get(i);
                rows.add(List.of(dimension.name(), word, "%02d %s".formatted(i, word)));
            }
        }
        return new SmallTable(
                List.of(
                        ParquetColumn.of("dimension", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("word", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("ordered", ParquetColumn.Kind.TEXT)),
                rows);
    }
}
