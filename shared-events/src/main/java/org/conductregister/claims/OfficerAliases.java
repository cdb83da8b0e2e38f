package org.conductregister.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.identifiers.OfficerId;

/** Finds under which numbers one person is known as an officer, by the duplicates that are marked. Thread-safe. */
public final class OfficerAliases {

    private static final String LINKED = """
            SELECT original FROM DuplicateRecord WHERE duplicate = ?
            UNION SELECT duplicate FROM DuplicateRecord WHERE original = ?""";

    private final DataSource dataSource;

    private final DuplicateTable table = new DuplicateTable();

    /** @param dataSource of the log's database */
    public OfficerAliases(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns the number itself, those that it is marked a duplicate of, and those that are duplicates of these. */
    public Set<OfficerId> of(OfficerId officer) {
        var known = new TreeSet<OfficerId>();
        var next = new ArrayDeque<OfficerId>(Set.of(officer));
        try (Connection connection = dataSource.getConnection()) {
            boolean any = table.isThere(connection);
            while (!next.isEmpty()) {
                var each = next.remove();
                if (known.add(each) && any) {
                    next.addAll(linked(connection, each));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("The duplicates of officers could not be read", e);
        }
    }

    private static Set<OfficerId> linked(Connection connection, OfficerId officer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LINKED)) {
            var record = RecordId.of(officer).toString();
            statement.setString(1, record);
            statement.setString(2, record);
            var linked = new TreeSet<OfficerId>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    linked.add(new OfficerId(RecordId.parse(rows.getString(1)).id()));
                }
            }
            return linked;
        }
    }
}
