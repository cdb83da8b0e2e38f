package org.conductregister.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.conductregister.eventstore.engine.AppendGuard.Appended;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Fact;

/** The table of which case names which officer, written with the entries. A row stays once it is there. */
final class NamedOfficers {

    static final String TABLE = "NamedOfficer";

    /** The cases that name an officer. */
    static final String SELECT_CASES = "SELECT holder FROM NamedOfficer WHERE officer = ?";

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS NamedOfficer (
                officer VARCHAR(255) NOT NULL, holder VARCHAR(255) NOT NULL, PRIMARY KEY (officer, holder))""";

    private static final String INSERT =
            "INSERT INTO NamedOfficer (officer, holder) VALUES (?, ?) ON CONFLICT DO NOTHING";

    /** Every fact that may name an officer of a case. */
    private static final String NAMING = """
            SELECT payload, aggregateIdentifier FROM DomainEventEntry
            WHERE payloadType IN ('case.allegation-reported', 'case.officer-identified', 'entry.corrected')
                AND payload LIKE '%"officerId"%'""";

    private static final Pattern OFFICER = Pattern.compile("\"officerId\"\\s*:\\s*\"([A-Za-z0-9._-]+)\"");
    private static final int ROWS_AT_ONCE = 1_000;

    private NamedOfficers() {}

    /** Whether a row may have to be written for a fact. */
    static boolean isNamedBy(Object fact) {
        return fact instanceof Fact named && NamesOfficer.namedIn(named) != null;
    }

    /** Makes the table from what is recorded. Reads no more of a fact than the officer, for that may be all of a long log. */
    static void prepare(Connection transaction) throws SQLException {
        try (var create = transaction.createStatement()) {
            create.execute(CREATE);
        }
        try (PreparedStatement insert = transaction.prepareStatement(INSERT);
                PreparedStatement select = transaction.prepareStatement(NAMING)) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    var officer = OFFICER.matcher(rows.getString(1));
                    if (officer.find()) {
                        insert.setString(1, officer.group(1));
                        insert.setString(2, rows.getString(2));
                        insert.executeUpdate();
                    }
                }
            }
        }
    }

    static void name(Connection transaction, List<Appended> appended) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (var event : appended) {
                var officer = NamesOfficer.namedIn((Fact) event.fact());
                if (officer != null) {
                    insert.setString(1, officer.value());
                    insert.setString(2, event.aggregateIdentifier());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
