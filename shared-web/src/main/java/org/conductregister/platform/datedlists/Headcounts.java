package org.conductregister.platform.datedlists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.platform.AppendedTable;
import org.conductregister.terms.Workforce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The headcounts of forces, as known at any instant. One of a force, a workforce and a day is stated, or stated anew; none is
 * removed. Safe for use by several threads and nodes; a call reads all of them from the database.
 */
public final class Headcounts {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::force).thenComparing(Key::workforce).thenComparing(Key::asAt);

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AppendedTable table;

    Headcounts(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.table = new AppendedTable(
                jdbc,
                "Headcount",
                "force VARCHAR(64) NOT NULL, workforce VARCHAR(40) NOT NULL, asAt VARCHAR(10) NOT NULL,"
                        + " people INTEGER NOT NULL",
                "force, workforce, asAt",
                "Force");
    }

    private record Key(String force, Workforce workforce, LocalDate asAt) {

        static Key of(Headcount headcount) {
            return new Key(headcount.force(), headcount.workforce(), headcount.asAt());
        }
    }

    private record Stated(Instant at, Headcount headcount) {}

    /** The headcounts known at an instant, that included, by force, workforce and day. */
    public List<Headcount> knownAt(Instant instant) {
        return List.copyOf(latest(instant).values());
    }

    private Map<Key, Headcount> latest(Instant instant) {
        var latest = new TreeMap<Key, Headcount>(ORDER);
        for (var stated : all()) {
            if (!stated.at().isAfter(instant)) {
                latest.put(Key.of(stated.headcount()), stated.headcount());
            }
        }
        return latest;
    }

    private List<Stated> all() {
        if (!table.exists()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT recordedAt, force, workforce, asAt, people FROM Headcount ORDER BY id",
                (row, n) -> new Stated(
                        AppendedTable.instantOf(row, 1),
                        new Headcount(
                                row.getString(2),
                                Workforce.valueOf(row.getString(3)),
                                LocalDate.parse(row.getString(4)),
                                row.getInt(5))));
    }

    /** States those that are new or differ from what is known, all or nothing; who did so is kept. */
    public void put(Collection<Headcount> headcounts, String by) {
        table.create();
        transactions.executeWithoutResult(transaction -> append(headcounts, by));
    }

    private void append(Collection<Headcount> headcounts, String by) {
        var at = table.beginAppend(clock.instant());
        var known = latest(Instant.MAX);
        for (var headcount : headcounts) {
            if (!headcount.equals(known.put(Key.of(headcount), headcount))) {
                table.append(
                        "force, workforce, asAt, people",
                        at,
                        by,
                        headcount.force(),
                        headcount.workforce().name(),
                        headcount.asAt().toString(),
                        headcount.count());
            }
        }
    }
}
