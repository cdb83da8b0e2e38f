package org.conductregister.platform.datedlists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.platform.AppendedTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The bank holidays that administrators have added to the calendar that the product comes with, or taken from it, as known at any
 * instant. Safe for use by several threads and nodes; a call reads all of them from the database.
 */
public final class BankHolidays {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AppendedTable table;

    BankHolidays(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.table = new AppendedTable(
                jdbc,
                "BankHoliday",
                "holidayOn VARCHAR(10) NOT NULL, name VARCHAR(200) NOT NULL, holiday SMALLINT NOT NULL",
                "holidayOn",
                "Day");
    }

    private record Stated(Instant at, BankHoliday holiday) {}

    /** Returns the days known at an instant, that included, to be otherwise than in the calendar; by day. */
    public List<BankHoliday> knownAt(Instant instant) {
        return List.copyOf(latest(instant).values());
    }

    private SortedMap<LocalDate, BankHoliday> latest(Instant instant) {
        var latest = new TreeMap<LocalDate, BankHoliday>();
        for (var stated : all()) {
            if (!stated.at().isAfter(instant)) {
                latest.put(stated.holiday().day(), stated.holiday());
            }
        }
        return latest;
    }

    private List<Stated> all() {
        if (!table.exists()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT recordedAt, holidayOn, name, holiday FROM BankHoliday ORDER BY id",
                (row, n) -> new Stated(
                        AppendedTable.instantOf(row, 1),
                        new BankHoliday(LocalDate.parse(row.getString(2)), row.getString(3), row.getInt(4) != 0)));
    }

    /** States what is new or differs from what is known, all or nothing; who did so is kept. */
    public void put(Collection<BankHoliday> holidays, String by) {
        table.create();
        transactions.executeWithoutResult(transaction -> append(holidays, by));
    }

    private void append(Collection<BankHoliday> holidays, String by) {
        var at = table.beginAppend(clock.instant());
        var known = latest(Instant.MAX);
        for (var holiday : holidays) {
            if (!holiday.equals(known.put(holiday.day(), holiday))) {
                table.append(
                        "holidayOn, name, holiday",
                        at,
                        by,
                        holiday.day().toString(),
                        holiday.name(),
                        holiday.holiday() ? 1 : 0);
            }
        }
    }
}
