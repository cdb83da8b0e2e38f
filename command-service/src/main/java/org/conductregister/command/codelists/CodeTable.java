package org.conductregister.command.codelists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.conductregister.entries.CodeList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Every label that a code was ever given, beside the event log; the latest holds, and {@link
 * org.conductregister.web.codelists.StoredCodes} reads it. Rows are only added.
 */
@Component
class CodeTable {

    private final JdbcTemplate jdbc;

    CodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void create() {
        jdbc.execute("""
                CREATE TABLE IF NOT EXISTS CodeListEntry (
                    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    list VARCHAR(20) NOT NULL,
                    code VARCHAR(64) NOT NULL,
                    label VARCHAR(200) NOT NULL,
                    recordedAt TIMESTAMP WITH TIME ZONE NOT NULL,
                    recordedBy VARCHAR(255) NOT NULL)""");
        jdbc.execute("CREATE INDEX IF NOT EXISTS CodeListEntryByCode ON CodeListEntry (list, code, id)");
    }

    boolean has(CodeList list, String code) {
        return !jdbc.queryForList("SELECT 1 FROM CodeListEntry WHERE list = ? AND code = ? LIMIT 1", list.path(), code)
                .isEmpty();
    }

    void append(CodeList list, Collection<Code> codes, Instant at, String by) {
        jdbc.batchUpdate(
                "INSERT INTO CodeListEntry (list, code, label, recordedAt, recordedBy) VALUES (?, ?, ?, ?, ?)",
                codes,
                500,
                (row, code) -> {
                    row.setString(1, list.path());
                    row.setString(2, code.code());
                    row.setString(3, code.label());
                    row.setObject(4, at.atOffset(ZoneOffset.UTC));
                    row.setString(5, by);
                });
    }
}
