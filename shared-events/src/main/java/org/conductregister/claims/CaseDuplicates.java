package org.conductregister.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.identifiers.CaseId;

/** Finds which cases are marked as duplicates of which. Thread-safe. */
public final class CaseDuplicates {

    private static final String ALL =
            "SELECT original, duplicate FROM DuplicateRecord WHERE duplicate LIKE 'case/%' ORDER BY duplicate";

    private final DataSource dataSource;
    private final DuplicateTable table = new DuplicateTable();

    /** @param dataSource of the log's database */
    public CaseDuplicates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns the duplicates of each case that has any, as known now, in order of their ids. */
    public Map<CaseId, List<CaseId>> byOriginal() {
        var found = new HashMap<CaseId, List<CaseId>>();
        try (Connection connection = dataSource.getConnection()) {
            if (!table.isThere(connection)) {
                return found;
            }
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(caseOf(rows.getString(1)), none -> new ArrayList<>())
                            .add(caseOf(rows.getString(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The duplicates of cases could not be read", e);
        }
    }

    private static CaseId caseOf(String record) {
        return new CaseId(RecordId.parse(record).id());
    }
}
