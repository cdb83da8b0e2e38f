package org.conductregister.platform.datedlists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The bank holidays that administrators have added to the calendar that the product comes with, or taken from it, as known at any
 * instant. Safe for use by several threads and nodes; a call reads all of them from the database.
 */
public final class BankHolidays implements MovesWithLog {

    private final DatedList<LocalDate, BankHoliday> list;

    BankHolidays(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.list = new DatedList<>(
                jdbc,
                transactions,
                clock,
                new Rows(),
                "holidayOn VARCHAR(10) NOT NULL, name VARCHAR(200) NOT NULL, holiday SMALLINT NOT NULL",
                "holidayOn",
                "Day");
    }

    /** Bank holidays to be read, of a database that another program may change. */
    public static BankHolidays in(JdbcTemplate jdbc, Clock clock) {
        return new BankHolidays(jdbc, TransactionOperations.withoutTransaction(), clock);
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(list.table());
    }

    private record Rows() implements DatedList.Form<LocalDate, BankHoliday> {

        @Override
        public String table() {
            return "BankHoliday";
        }

        @Override
        public String names() {
            return "holidayOn, name, holiday";
        }

        @Override
        public BankHoliday item(ResultSet row) throws SQLException {
            return new BankHoliday(LocalDate.parse(row.getString(2)), row.getString(3), row.getInt(4) != 0);
        }

        @Override
        public Object[] values(BankHoliday holiday) {
            return new Object[] {holiday.day().toString(), holiday.name(), holiday.holiday() ? 1 : 0};
        }

        @Override
        public LocalDate key(BankHoliday holiday) {
            return holiday.day();
        }
    }

    /** Returns the days known at an instant, that included, to be otherwise than in the calendar; by day. */
    public List<BankHoliday> knownAt(Instant instant) {
        return list.knownAt(instant);
    }

    /** States what is new or differs from what is known, all or nothing; who did so is kept. */
    public void put(Collection<BankHoliday> holidays, String by) {
        list.put(holidays, by);
    }
}
