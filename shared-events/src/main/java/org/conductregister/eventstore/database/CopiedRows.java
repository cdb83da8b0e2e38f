package org.conductregister.eventstore.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PlacedEvent;
import org.postgresql.PGConnection;

/**
 * Rows of the log as PostgreSQL's COPY takes them in its binary form ("COPY", File Formats, in its manual): each row is the number of
 * its columns, and each column after its length. The server spends less on it than on statements, whatever their number of rows.
 */
final class CopiedRows {

    /** From so many rows on COPY, with its two exchanges, takes less time than statements. */
    static final int WORTHWHILE = 50;

    private static final String COPY = """
        COPY DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier, sequenceNumber,
            payloadType, payloadRevision, payload, metaData, salt) FROM STDIN (FORMAT binary)\
        """;

    private static final int COLUMNS = 11;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int END = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopiedRows() {}

    static void insert(Connection transaction, List<PlacedEvent> rows) throws SQLException {
        var copied = new CopiedRows();
        try {
            copied.write(rows);
            var input = new ByteArrayInputStream(copied.bytes.toByteArray());
            transaction.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, input);
        } catch (IOException e) {
            throw new UncheckedIOException("rows in memory could not be read", e);
        }
    }

    private void write(List<PlacedEvent> rows) throws IOException {
        out.write(SIGNATURE);
        out.writeInt(NO_FLAGS);
        out.writeInt(NO_EXTENSION);
        for (PlacedEvent row : rows) {
            write(row);
        }
        out.writeShort(END);
    }

    private void write(PlacedEvent row) throws IOException {
        NewEvent event = row.event();
        out.writeShort(COLUMNS);
        write(row.position());
        write(row.recordedAt());
        write(event.entryId());
        write(event.aggregateType());
        write(event.aggregateIdentifier());
        write(event.sequence());
        write(event.type().name());
        write(event.type().revision());
        write(event.payload());
        write(event.metadata());
        write(row.salt());
    }

    private void write(long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private void write(UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] column) throws IOException {
        out.writeInt(column.length);
        out.write(column);
    }
}
