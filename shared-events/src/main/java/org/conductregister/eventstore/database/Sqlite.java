package org.conductregister.eventstore.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.conductregister.eventstore.stored.EntryIds;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.integrity.StoredRow;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One process owns the file. Its write-ahead log is synced before a commit is visible to anybody ({@code
 * synchronous=FULL}), so nothing that anybody has seen can be undone by a kill or a power cut.
 *
 * <p>SQLite notices damage to the pages that it finds its way by, but not to those that hold the rest of a long text: each
 * row carries a checksum of its columns, which is compared at every read; the salt, which no reader is given, is left out of it.
 */
public final class Sqlite implements Database {

    /** Tells the register's event file from other files of SQLite: "CREG" in ASCII. */
    private static final int APPLICATION_ID = 0x43524547;

    /** The scripts that make a file of each version from one of the version before; a new file is version 0. */
    private static final List<String> STEPS =
            List.of("schema-sqlite-1.sql", "schema-sqlite-2.sql", "schema-sqlite-3.sql", "schema-sqlite-4.sql");

    /** {@code PRAGMA synchronous}: FULL, or EXTRA, which syncs no less. */
    private static final List<String> SYNCED = List.of("2", "3");

    private static final List<String> SCRIPTS =
            STEPS.stream().map(Database::script).toList();

    /** In bytes. */
    private static final int LARGE_ENTRY = 256 * 1024;

    private final List<String> steps;

    public Sqlite() {
        this(SCRIPTS);
    }

    /** @param steps SQL, whose number is the version that this program writes */
    public Sqlite(List<String> steps) {
        this.steps = steps;
    }

    /** Returns the JDBC URL of a file: a URI, in which the path may have a question mark. Settings may follow, after one. */
    public static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri().toASCIIString();
    }

    @Override
    public void createTable(Connection connection) throws SQLException {
        int version = version(connection);
        // Stays with the file, but not with a backup of it; not possible within a transaction
        if (!Database.only(connection, "PRAGMA journal_mode").equals("wal")) {
            Database.only(connection, "PRAGMA journal_mode = WAL");
        }
        if (version == steps.size()) {
            return;
        }
        try {
            beginAppend(connection);
            for (int next = version(connection); next < steps.size(); next++) {
                Database.executeAll(connection, steps.get(next));
            }
            Database.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
            Database.execute(connection, "PRAGMA user_version = " + steps.size());
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            Transactions.abandon(connection, e);
            throw e;
        }
    }

    private int version(Connection connection) throws SQLException {
        int application = Integer.parseInt(Database.only(connection, "PRAGMA application_id"));
        int version = Integer.parseInt(Database.only(connection, "PRAGMA user_version"));
        boolean unclaimed = application == 0 && version == 0 && !hasEvents(connection);
        if (application != APPLICATION_ID && !unclaimed) {
            throw new EventFileRefusedException(
                    "%s is a file of SQLite, but not one that the register keeps its events in."
                            .formatted(file(connection)));
        }
        if (version > steps.size()) {
            throw new EventFileRefusedException(
                    "%s was written by a later version of the register: its format is %d, and this program knows those up to %d."
                            .formatted(file(connection), version, steps.size()));
        }
        return version;
    }

    private static boolean hasEvents(Connection connection) throws SQLException {
        return !Database.only(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'DomainEventEntry'")
                .equals("0");
    }

    private static String file(Connection connection) throws SQLException {
        return Database.only(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'");
    }

    /** Read back from the connection: what was asked for need not be in force. A log in memory promises nothing. */
    @Override
    public void requireDurability(Connection connection) throws SQLException {
        if (file(connection).isEmpty()) {
            return;
        }
        requireSync(connection);
        String journal = Database.only(connection, "PRAGMA journal_mode");
        if (!journal.equals("wal")) {
            throw new IllegalArgumentException(
                    "A file of SQLite shows commits before they are durable unless its journal_mode is WAL; it is "
                            + journal);
        }
    }

    private static void requireSync(Connection connection) throws SQLException {
        String synchronous = Database.only(connection, "PRAGMA synchronous");
        if (!SYNCED.contains(synchronous)) {
            throw new IllegalArgumentException(
                    "A file of SQLite loses acknowledged events at a power cut unless it is opened with"
                            + " synchronous=FULL (2); in force is " + synchronous);
        }
    }

    /** The lock is the file system's, and the file has one process. */
    @Override
    public void requireExclusion(DataSource connections) {}

    /** {@code BEGIN IMMEDIATE}: the writer's lock comes before anything is read. Whether commits are synced is the connection's own affair. */
    @Override
    public Optional<Instant> beginAppend(Connection connection) throws SQLException {
        requireSync(connection);
        connection
                .unwrap(SQLiteConnection.class)
                .getConnectionConfig()
                .setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        connection.setAutoCommit(false);
        return Optional.empty();
    }

    /** The transaction's first write takes the writer's lock. */
    @Override
    public Optional<Instant> lockAppends(Connection transaction) throws SQLException {
        Database.execute(transaction, "DELETE FROM LogInstant WHERE instant < 0");
        return Optional.empty();
    }

    @Override
    public Optional<Instant> now(Connection connection) {
        return Optional.empty();
    }

    /** The pages that it took are then free for entries. */
    @Override
    public void tryToWrite(Connection connection) throws SQLException {
        beginAppend(connection);
        Database.execute(connection, "DROP TABLE IF EXISTS Room");
        Database.execute(connection, "CREATE TABLE Room AS SELECT zeroblob(%d) AS filler".formatted(LARGE_ENTRY));
        connection.commit();
        Database.execute(connection, "DROP TABLE Room");
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public String insert() {
        return """
            INSERT INTO DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
                sequenceNumber, payloadType, payloadRevision, payload, metaData, checksum, salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;
    }

    @Override
    public void bind(PreparedStatement insert, long position, long recordedAt, NewEvent event, byte[] salt)
            throws SQLException {
        byte[] entryId = bytes(event.entryId());
        insert.setLong(1, position);
        insert.setLong(2, recordedAt);
        insert.setBytes(3, entryId);
        insert.setString(4, event.aggregateType());
        insert.setString(5, event.aggregateIdentifier());
        insert.setLong(6, event.sequence());
        insert.setString(7, event.type().name());
        insert.setString(8, event.type().revision());
        insert.setString(9, event.payload());
        insert.setString(10, event.metadata());
        insert.setLong(
                11,
                checksum(
                        position,
                        recordedAt,
                        entryId,
                        utf8(event.aggregateType()),
                        utf8(event.aggregateIdentifier()),
                        event.sequence(),
                        utf8(event.type().name()),
                        utf8(event.type().revision()),
                        utf8(event.payload()),
                        utf8(event.metadata())));
        insert.setBytes(12, salt);
    }

    @Override
    public void replacePayload(Connection connection, StoredEvent event, String payload) throws SQLException {
        long checksum = checksum(
                event.position(),
                Microseconds.notAfter(event.recordedAt()),
                bytes(EntryIds.parse(event.entryId())),
                utf8(event.aggregateType()),
                utf8(event.aggregateIdentifier()),
                event.sequence(),
                utf8(event.type().name()),
                utf8(event.type().revision()),
                utf8(payload),
                utf8(event.metadata()));
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE DomainEventEntry SET payload = ?, checksum = ? WHERE globalIndex = ?")) {
            update.setString(1, payload);
            update.setLong(2, checksum);
            update.setLong(3, event.position());
            update.executeUpdate();
        }
    }

    @Override
    public void sweep(Connection connection) throws SQLException {
        Database.execute(connection, "VACUUM");
        Database.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    @Override
    public String columns() {
        return """
            globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier, sequenceNumber, payloadType,
            payloadRevision, payload, metaData, checksum\
            """;
    }

    /** Reads texts as bytes, which SQLite's driver hands over in a third of the time of a string, and which the checksum is of. */
    @Override
    public StoredEvent read(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        long recordedAt = row.getLong(2);
        byte[] entryId = row.getBytes(3);
        byte[] aggregateType = row.getBytes(4);
        byte[] aggregateIdentifier = row.getBytes(5);
        long sequence = row.getLong(6);
        byte[] type = row.getBytes(7);
        byte[] revision = row.getBytes(8);
        byte[] payload = row.getBytes(9);
        byte[] metadata = row.getBytes(10);
        long checksum = checksum(
                position,
                recordedAt,
                entryId,
                aggregateType,
                aggregateIdentifier,
                sequence,
                type,
                revision,
                payload,
                metadata);
        if (checksum != row.getLong(11)) {
            throw LogUnreadableException.at(position, "it is not what was once recorded: its checksum differs");
        }
        return new StoredEvent(
                position,
                Microseconds.toInstant(recordedAt),
                uuid(entryId).toString(),
                text(aggregateType),
                text(aggregateIdentifier),
                sequence,
                new StoredType(text(type), text(revision)),
                text(payload),
                text(metadata));
    }

    private static String text(byte @Nullable [] utf8) {
        return new String(Database.orEmpty(utf8), StandardCharsets.UTF_8);
    }

    /** Reads each column once, as bytes: nothing is decoded for the checksum. */
    @Override
    public StoredRow readAsStored(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        long recordedAt = row.getLong(2);
        byte[] entryId = row.getBytes(3);
        byte[] aggregateType = row.getBytes(4);
        byte[] aggregateIdentifier = row.getBytes(5);
        long sequence = row.getLong(6);
        byte[] type = row.getBytes(7);
        byte[] revision = row.getBytes(8);
        byte[] payload = row.getBytes(9);
        byte[] metadata = row.getBytes(10);
        long checksum = checksum(
                position,
                recordedAt,
                entryId,
                aggregateType,
                aggregateIdentifier,
                sequence,
                type,
                revision,
                payload,
                metadata);
        return new StoredRow(
                position,
                recordedAt,
                Database.orEmpty(entryId),
                Database.orEmpty(aggregateType),
                Database.orEmpty(aggregateIdentifier),
                sequence,
                Database.orEmpty(type),
                Database.orEmpty(revision),
                Database.orEmpty(payload),
                Database.orEmpty(metadata),
                Database.orEmpty(row.getBytes(12)),
                checksum == row.getLong(11));
    }

    /**
     * The checksum of a row, and the one place that says which columns it is of, in which order: CRC-32C of them, each text and each
     * identifier after its length in bytes. Texts are in UTF-8. Nothing that is missing equals what is empty.
     */
    private static long checksum(
            long position,
            long recordedAt,
            byte @Nullable [] entryId,
            byte @Nullable [] aggregateType,
            byte @Nullable [] aggregateIdentifier,
            long sequence,
            byte @Nullable [] type,
            byte @Nullable [] revision,
            byte @Nullable [] payload,
            byte @Nullable [] metadata) {
        int length = 10 * Long.BYTES
                + length(entryId)
                + length(aggregateType)
                + length(aggregateIdentifier)
                + length(type)
                + length(revision)
                + length(payload)
                + length(metadata);
        ByteBuffer columns = ByteBuffer.allocate(length);
        columns.putLong(position).putLong(recordedAt);
        put(entryId, columns);
        put(aggregateType, columns);
        put(aggregateIdentifier, columns);
        columns.putLong(sequence);
        put(type, columns);
        put(revision, columns);
        put(payload, columns);
        put(metadata, columns);
        CRC32C crc = new CRC32C();
        crc.update(columns.array());
        return crc.getValue();
    }

    private static int length(byte @Nullable [] column) {
        return column == null ? 0 : column.length;
    }

    private static void put(byte @Nullable [] column, ByteBuffer columns) {
        if (column == null) {
            columns.putLong(-1);
        } else {
            columns.putLong(column.length).put(column);
        }
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public String isOneOfEntryIds() {
        return "eventIdentifier IN (SELECT unhex(value) FROM json_each(?))";
    }

    @Override
    public void setEntryIds(PreparedStatement select, int parameter, Collection<String> entryIds) throws SQLException {
        select.setString(
                parameter,
                entryIds.stream()
                        .map(EntryIds::parse)
                        .map(Sqlite::bytes)
                        .map(HexFormat.of()::formatHex)
                        .collect(Collectors.joining("\",\"", "[\"", "\"]")));
    }

    @Override
    public String isOneOfAggregates() {
        return "aggregateIdentifier IN (SELECT value FROM json_each(?))";
    }

    @Override
    public void setAggregates(PreparedStatement select, int parameter, Collection<String> aggregateIdentifiers)
            throws SQLException {
        select.setString(parameter, JsonMapper.shared().writeValueAsString(aggregateIdentifiers));
    }

    @Override
    public Optional<String> faultOfIndexes(Connection connection) throws SQLException {
        String found = Database.only(connection, "PRAGMA integrity_check(1)");
        return found.equals("ok") ? Optional.empty() : Optional.of("The event log is damaged: " + found + ".");
    }

    @Override
    public boolean blamesTheEvents(SQLException failure) {
        return is(failure, SQLiteErrorCode.SQLITE_CONSTRAINT) || is(failure, SQLiteErrorCode.SQLITE_TOOBIG);
    }

    @Override
    public Optional<LogTrouble.Kind> troubleBehind(SQLException failure) {
        if (is(failure, SQLiteErrorCode.SQLITE_FULL)) {
            return Optional.of(LogTrouble.Kind.NO_ROOM);
        } else if (is(failure, SQLiteErrorCode.SQLITE_CORRUPT) || is(failure, SQLiteErrorCode.SQLITE_NOTADB)) {
            return Optional.of(LogTrouble.Kind.DAMAGED);
        } else if (is(failure, SQLiteErrorCode.SQLITE_BUSY)) {
            return Optional.of(LogTrouble.Kind.SLOW);
        } else if (is(failure, SQLiteErrorCode.SQLITE_IOERR)
                || is(failure, SQLiteErrorCode.SQLITE_READONLY)
                || is(failure, SQLiteErrorCode.SQLITE_CANTOPEN)) {
            return Optional.of(LogTrouble.Kind.NOT_WRITABLE);
        }
        return Optional.empty();
    }

    /** Whether the failure is of this kind, or one of its kinds. */
    private static boolean is(SQLException failure, SQLiteErrorCode kind) {
        return (failure.getErrorCode() & 0xFF) == kind.code;
    }
}
