package org.conductregister.integrity.moving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PlacedEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.integrity.LeafHashes;
import org.conductregister.integrity.LogVerification;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import org.conductregister.integrity.Verdict;
import org.conductregister.tlog.VerifierKey;
import tools.jackson.databind.JsonNode;

/** Takes the log of another register into one that has recorded nothing, all or nothing. */
public final class LogImport {

    private static final int BATCH = 500;

    private final OrderedEventStorageEngine engine;
    private final List<LogTable> tables;

    /** @param tables those beside the log that move with it */
    public LogImport(OrderedEventStorageEngine engine, List<LogTable> tables) {
        this.engine = engine;
        this.tables = LogExport.withInstants(tables);
    }

    /**
     * Takes a log in. It is verified first: its digest, the signature of it, and every entry by its leaf under the last head.
     *
     * @param key that must have signed it
     * @throws LogRefusedException if it is not what was written and sealed, or the register is not empty
     */
    public void take(ExportedLog log, VerifierKey key) throws IOException {
        verify(log, key);
        tables.forEach(LogTable::create);
        engine.fillEmptyLog((transaction, database) -> fill(log, transaction, database));
    }

    private static void verify(ExportedLog log, VerifierKey key) {
        log.lines().requireWhole();
        List<SealedHead> heads = log.heads();
        if (heads.isEmpty()
                || !log.verifierKey().isSameKeyAs(key)
                || heads.stream().anyMatch(head -> !signed(head, key))) {
            throw new LogRefusedException(
                    "EXPORT_NOT_SIGNED", "Not all checkpoints in the file are signed by the key %s.".formatted(key));
        }
        var checkpoints = heads.stream().map(SealedHead::checkpoint).toList();
        LeafHashes leaves = log.leaves();
        Verdict verdict = new LogVerification(log.rows(), leaves, checkpoints).verify();
        if (!(verdict instanceof Verdict.Whole whole) || whole.after() > 0) {
            throw new LogRefusedException("EXPORT_ALTERED", verdict.sentence());
        }
    }

    private static boolean signed(SealedHead head, VerifierKey key) {
        return key.named(head.checkpoint().origin()).hasSigned(head.note());
    }

    private void fill(ExportedLog log, Connection transaction, Database database) throws SQLException {
        Map<String, LogTable> byName = new HashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        List<PlacedEvent> waiting = new ArrayList<>(BATCH);
        try {
            log.lines().forEach(line -> {
                if (line.has("position")) {
                    waiting.add(placed(EntryLines.row(line)));
                    if (waiting.size() == BATCH) {
                        insert(transaction, database, waiting);
                    }
                } else if (line.has("table")) {
                    write(byName, transaction, line);
                }
            });
            insert(transaction, database, waiting);
        } catch (IOException e) {
            throw new LogRefusedException("EXPORT_UNREADABLE", "The file cannot be read: " + e.getMessage());
        }
        for (LogTable table : tables) {
            table.complete(transaction);
        }
    }

    private static PlacedEvent placed(StoredRow row) {
        var id = ByteBuffer.wrap(row.entryId());
        String payload = EntryLines.text(row.payload());
        var event = new NewEvent(
                new UUID(id.getLong(), id.getLong()),
                EntryLines.text(row.aggregateType()),
                EntryLines.text(row.aggregateIdentifier()),
                row.sequence(),
                new StoredType(EntryLines.text(row.type()), EntryLines.text(row.revision())),
                payload,
                EntryLines.text(row.metadata()),
                payload);
        return new PlacedEvent(row.position(), row.recordedAt(), event, row.salt());
    }

    private static void insert(Connection transaction, Database database, List<PlacedEvent> waiting)
            throws IOException {
        try {
            database.insert(transaction, waiting);
            waiting.clear();
        } catch (SQLException e) {
            throw new IOException("its entries: " + e.getMessage(), e);
        }
    }

    private static void write(Map<String, LogTable> tables, Connection transaction, JsonNode line) throws IOException {
        String name = line.required("table").asString();
        LogTable table = tables.get(name);
        if (table == null) {
            throw new IOException("this register has no table " + name);
        }
        try {
            table.write(transaction, line.required("row"));
        } catch (SQLException e) {
            throw new IOException("a row of %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
