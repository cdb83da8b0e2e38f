package org.conductregister.platform.datedlists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.conductregister.platform.datedlists.RetentionRule.Outcome;
import org.conductregister.terms.CaseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * For how long personal data is kept, by kind and outcome of the case, as known at any instant. A rule is stated, or stated anew;
 * none is removed. Safe for use by several threads and nodes; a call reads all of them from the database.
 */
public final class RetentionSchedule implements MovesWithLog {

    private final DatedList<Key, RetentionRule> list;

    RetentionSchedule(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.list = new DatedList<>(
                jdbc,
                transactions,
                clock,
                new Rows(),
                "kind VARCHAR(40) NOT NULL, outcome VARCHAR(40) NOT NULL, years INTEGER",
                "kind, outcome",
                "Kind");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(list.table());
    }

    private record Key(CaseKind kind, Outcome outcome) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::outcome);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Rows() implements DatedList.Form<Key, RetentionRule> {

        @Override
        public String table() {
            return "RetentionRule";
        }

        @Override
        public String names() {
            return "kind, outcome, years";
        }

        @Override
        public RetentionRule item(ResultSet row) throws SQLException {
            int years = row.getInt(4);
            boolean unlimited = row.wasNull();
            return new RetentionRule(
                    CaseKind.valueOf(row.getString(2)), Outcome.valueOf(row.getString(3)), unlimited ? null : years);
        }

        @Override
        public @Nullable Object[] values(RetentionRule rule) {
            return new @Nullable Object[] {rule.kind().name(), rule.outcome().name(), rule.years()};
        }

        @Override
        public Key key(RetentionRule rule) {
            return new Key(rule.kind(), rule.outcome());
        }
    }

    /** Returns the rules known at an instant, that included, by kind and outcome. */
    public List<RetentionRule> knownAt(Instant instant) {
        return list.knownAt(instant);
    }

    /** States those that are new or differ from what is known, all or nothing; who did so is kept. */
    public void put(Collection<RetentionRule> rules, String by) {
        list.put(rules, by);
    }
}
