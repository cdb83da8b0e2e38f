package org.conductregister.query;

import com.mongodb.ConnectionString;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what is said between a client and a MongoDB, and breaks off the connection in place of a write where a test wants it. */
final class MongoRelay implements AutoCloseable {

    /** Before the name of a command in a message: its header, flags, the kind of its section, the length and type of the document. */
    private static final int BEFORE_COMMAND = 16 + 4 + 1 + 4 + 1;

    private static final byte[] UPDATE = "update\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final ConnectionString target;
    private final String host;
    private final int port;
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);

    MongoRelay(ConnectionString target) {
        this.target = target;
        var address = target.getHosts().getFirst().split(":", 2);
        this.host = address[0];
        this.port = address.length == 1 ? 27_017 : Integer.parseInt(address[1]);
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients are to connect, with the credentials of the target and without the name of a database. */
    String connectionString() {
        var user = target.getCredential() == null
                ? ""
                : target.getUsername() + ":" + String.valueOf(target.getPassword()) + "@";
        return "mongodb://" + user + "127.0.0.1:" + socket.getLocalPort();
    }

    void failAfter(int writes) {
        writesLeft.set(writes);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var server = new Socket(host, port);
                Thread.ofVirtual().start(() -> pass(client, server, this::passMessages));
                Thread.ofVirtual().start(() -> pass(server, client, InputStream::transferTo));
            } catch (IOException e) {
                // closed
            }
        }
    }

    @FunctionalInterface
    private interface Passing {

        Object from(InputStream in, OutputStream out) throws IOException;
    }

    private static void pass(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            passing.from(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // one of them has left
        }
    }

    private Object passMessages(InputStream in, OutputStream out) throws IOException {
        var messages = new DataInputStream(in);
        while (true) {
            var length = messages.readNBytes(4);
            if (length.length < 4) {
                return false;
            }
            int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
            var message = Arrays.copyOf(length, size);
            messages.readFully(message, 4, size - 4);
            if (isUpdate(message) && writesLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                return true;
            }
            out.write(message);
            out.flush();
        }
    }

    private static boolean isUpdate(byte[] message) {
        int end = BEFORE_COMMAND + UPDATE.length;
        return message.length > end && Arrays.equals(message, BEFORE_COMMAND, end, UPDATE, 0, UPDATE.length);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
