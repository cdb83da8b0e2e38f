package org.conductregister.platform.datedlists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.platform.AppendedTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Items of which there is one for each key, stated and stated anew but never removed, as known at any instant. They lie in an
 * {@link AppendedTable}. Safe for use by several threads and nodes; a call reads all of them from the database.
 *
 * @param <K> the key, in whose order the items come
 * @param <T> the item, equal to another that says the same
 */
final class DatedList<K extends Comparable<? super K>, T> {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AppendedTable table;
    private final Form<K, T> form;

    /** How items lie in their table. */
    interface Form<K, T> {

        /** The name of the table. */
        String table();

        /** The names of the item's columns, with commas between them. */
        String names();

        /** Reads an item from a row, whose first column is the instant. */
        T item(ResultSet row) throws SQLException;

        /** Returns the values of the item's columns, in the order of {@link #names()}. */
        @Nullable
        Object[] values(T item);

        K key(T item);
    }

    /**
     * A list, without a look at the database.
     *
     * @param columns the item's columns, as SQL defines them
     * @param key the columns by which rows are looked up
     * @param keyName what the index's name ends with
     */
    DatedList(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            Clock clock,
            Form<K, T> form,
            String columns,
            String key,
            String keyName) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.form = form;
        this.table = new AppendedTable(jdbc, form.table(), columns, key, keyName);
    }

    AppendedTable table() {
        return table;
    }

    private record Stated<T>(Instant at, T item) {}

    /** Returns the items known at an instant, that included, in the order of their keys. */
    List<T> knownAt(Instant instant) {
        return List.copyOf(latest(instant).values());
    }

    /** Appends those items that are new or differ from what is known, all or nothing; who did so is kept. */
    void put(Collection<T> items, String by) {
        table.create();
        transactions.executeWithoutResult(transaction -> append(items, by));
    }

    private void append(Collection<T> items, String by) {
        var at = table.beginAppend(clock);
        var known = latest(Instant.MAX);
        for (var item : items) {
            if (!item.equals(known.put(form.key(item), item))) {
                table.append(form.names(), at, by, form.values(item));
            }
        }
    }

    private SortedMap<K, T> latest(Instant instant) {
        var latest = new TreeMap<K, T>();
        for (var stated : all()) {
            if (!stated.at().isAfter(instant)) {
                latest.put(form.key(stated.item()), stated.item());
            }
        }
        return latest;
    }

    private List<Stated<T>> all() {
        if (!table.exists()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT recordedAt, %s FROM %s ORDER BY id".formatted(form.names(), form.table()),
                (row, n) -> new Stated<>(AppendedTable.instantOf(row, 1), form.item(row)));
    }
}
