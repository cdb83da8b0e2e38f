package org.conductregister.integrity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Database;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * Somebody who has the event store, knows the program, and alters entries so that their checksums fit. All is taken back when it
 * is closed.
 */
@SuppressWarnings("AnnotateFormatMethod") // formats are in the tests
final class Insider implements AutoCloseable {

    private static final String CHECKSUM = """
            UPDATE DomainEventEntry SET checksum = crc(globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
                sequenceNumber, payloadType, payloadRevision, payload, metaData) WHERE globalIndex >= %d AND globalIndex <= %d""";

    private final Connection connection;

    Insider(Connection connection) throws SQLException {
        this.connection = connection;
        Function.create(connection.unwrap(SQLiteConnection.class), "crc", new Checksum());
        connection.setAutoCommit(false);
    }

    void execute(String sql, Object... arguments) {
        try {
            Database.execute(connection, sql.formatted(arguments));
        } catch (SQLException e) {
            throw new IllegalStateException(sql.formatted(arguments), e);
        }
    }

    String only(String sql, Object... arguments) {
        try {
            return Database.only(connection, sql.formatted(arguments));
        } catch (SQLException e) {
            throw new IllegalStateException(sql.formatted(arguments), e);
        }
    }

    void makeChecksumsFit(long from, long to) {
        execute(CHECKSUM, from, to);
    }

    /** Adds a number to the positions from one on. */
    void shift(long from, long by) {
        execute("UPDATE DomainEventEntry SET globalIndex = -globalIndex WHERE globalIndex >= %d", from);
        execute("UPDATE DomainEventEntry SET globalIndex = -globalIndex + %d WHERE globalIndex < 0", by);
    }

    /** Returns the store as it is to the insider; connections from it are not closed. */
    DataSource view() {
        var open = (Connection) Proxy.newProxyInstance(
                Insider.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                Insider.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> open);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    /** The same as the program's: of numbers 8 bytes, of texts and identifiers their length and their bytes. */
    private static final class Checksum extends Function {

        @Override
        protected void xFunc() throws SQLException {
            var crc = new CRC32C();
            for (int i = 0; i < args(); i++) {
                if (i == 0 || i == 1 || i == 5) {
                    number(crc, value_long(i));
                } else {
                    byte[] bytes = value_blob(i) == null ? new byte[0] : value_blob(i);
                    number(crc, bytes.length);
                    crc.update(bytes);
                }
            }
            result(crc.getValue());
        }

        private static void number(CRC32C crc, long number) {
            crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
    }
}
