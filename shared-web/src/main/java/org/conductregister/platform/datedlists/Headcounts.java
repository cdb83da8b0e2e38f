package org.conductregister.platform.datedlists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.conductregister.terms.Workforce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The headcounts of forces, as known at any instant. One of a force, a workforce and a day is stated, or stated anew; none is
 * removed. Safe for use by several threads and nodes; a call reads all of them from the database.
 */
public final class Headcounts implements MovesWithLog {

    private final DatedList<Key, Headcount> list;

    Headcounts(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.list = new DatedList<>(
                jdbc,
                transactions,
                clock,
                new Rows(),
                "force VARCHAR(64) NOT NULL, workforce VARCHAR(40) NOT NULL, asAt VARCHAR(10) NOT NULL,"
                        + " people INTEGER NOT NULL",
                "force, workforce, asAt",
                "Force");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(list.table());
    }

    private record Key(String force, Workforce workforce, LocalDate asAt) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::force).thenComparing(Key::workforce).thenComparing(Key::asAt);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Rows() implements DatedList.Form<Key, Headcount> {

        @Override
        public String table() {
            return "Headcount";
        }

        @Override
        public String names() {
            return "force, workforce, asAt, people";
        }

        @Override
        public Headcount item(ResultSet row) throws SQLException {
            return new Headcount(
                    row.getString(2),
                    Workforce.valueOf(row.getString(3)),
                    LocalDate.parse(row.getString(4)),
                    row.getInt(5));
        }

        @Override
        public Object[] values(Headcount headcount) {
            return new Object[] {
                headcount.force(),
                headcount.workforce().name(),
                headcount.asAt().toString(),
                headcount.count()
            };
        }

        @Override
        public Key key(Headcount headcount) {
            return new Key(headcount.force(), headcount.workforce(), headcount.asAt());
        }
    }

    /** Returns the headcounts known at an instant, that included, by force, workforce and day. */
    public List<Headcount> knownAt(Instant instant) {
        return list.knownAt(instant);
    }

    /** States those that are new or differ from what is known, all or nothing; who did so is kept. */
    public void put(Collection<Headcount> headcounts, String by) {
        list.put(headcounts, by);
    }
}
