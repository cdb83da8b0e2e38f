package org.conductregister.integrity.moving;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.conductregister.integrity.EntryLeaf;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the whole log, up to the last head, into a file. Entries that come meanwhile are left out. */
public final class LogExport {

    static final String FORMAT = "conduct-register-log-1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1_000;

    private final DataSource dataSource;
    private final RowSource rows;
    private final LogSealer sealer;
    private final List<LogTable> tables;

    /** @param tables those beside the log that move with it */
    public LogExport(DataSource dataSource, RowSource rows, LogSealer sealer, List<LogTable> tables) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.sealer = sealer;
        this.tables = withInstants(tables);
    }

    static List<LogTable> withInstants(List<LogTable> tables) {
        var all = new ArrayList<LogTable>(List.of(new InstantsTable()));
        tables.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(all::add);
        return all;
    }

    /**
     * An export that was written.
     *
     * @param entries the number of entries
     * @param digest SHA-256 of all lines but the last, in hexadecimal
     */
    public record Written(long entries, String digest, SealedHead head) {}

    /**
     * Writes the file, which must not be there yet, and syncs it.
     *
     * @throws IllegalStateException if the log contradicts its heads, so that there is nothing to vouch for it
     */
    public Written write(Path file) throws IOException, SQLException {
        sealer.sealNow();
        if (sealer.state().contradiction() != null) {
            throw new IllegalStateException("The log contradicts its checkpoints");
        }
        SealedHead head = sealer.head().orElseThrow();
        try (var out = new SealedLinesWriter(file, FORMAT, sealer)) {
            out.begin(head.checkpoint().size());
            writeTables(out);
            writeEntries(out, head.checkpoint().size());
            for (SealedHead each : sealer.allHeads()) {
                out.write(line(each));
            }
            return new Written(head.checkpoint().size(), out.end(), head);
        }
    }

    private static ObjectNode line(SealedHead head) {
        return JSON.createObjectNode()
                .put("at", head.sealedAt().toString())
                .put("checkpoint", head.note().toString());
    }

    private void writeTables(SealedLinesWriter out) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (LogTable table : tables) {
                List<ObjectNode> lines = new ArrayList<>();
                table.read(connection, lines::add);
                for (ObjectNode row : lines) {
                    var line = JSON.createObjectNode().put("table", table.name());
                    line.set("row", row);
                    out.write(line);
                }
            }
        }
    }

    private void writeEntries(SealedLinesWriter out, long size) throws IOException {
        var leaf = new EntryLeaf();
        for (long next = 1; next <= size; ) {
            List<StoredRow> page = rows.from(next, (int) Math.min(PAGE, size - next + 1));
            if (page.isEmpty() || page.getFirst().position() != next) {
                throw new IOException("The entry at position %d is missing".formatted(next));
            }
            for (StoredRow row : page) {
                out.write(EntryLines.line(row, leaf.hashOf(row)));
            }
            next = page.getLast().position() + 1;
        }
    }
}
