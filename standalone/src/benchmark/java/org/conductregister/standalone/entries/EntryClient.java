package org.conductregister.standalone.entries;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Opens cases over a connection kept open for as long as the service likes, at as little cost of its own as can be. Not thread-safe. */
final class EntryClient implements AutoCloseable {

    private final int port;
    private final String credentials;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    EntryClient(int port, String credentials) throws IOException {
        this.port = port;
        this.credentials = credentials;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Opens one more case, and returns once that is acknowledged; fails on any answer but 201, with an {@link IOException} where it may be tried again. */
    void logAnEntry() throws IOException {
        var body = """
            {"type":"CaseOpened","occurredOn":"2022-01-03","force":"KENT","kind":"COMPLAINT","source":"PUBLIC",\
            "title":"Said to have been searched twice without grounds given"}""";
        out.write("""
            POST /api/v1/cases/E-%s/entries HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Basic %s\r
            Content-Type: application/json\r
            Accept: application/json\r
            Content-Length: %d\r
            \r
            %s""".formatted(UUID.randomUUID(), credentials, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        var status = line();
        boolean ended = readRest();
        if (status.contains(" 503")) {
            throw new IOException(status);
        }
        if (!status.contains(" 201")) {
            throw new IllegalStateException(status);
        }
        if (ended) {
            socket.close();
            connect();
        }
    }

    /** Returns whether the service ends the connection after this answer. */
    private boolean readRest() throws IOException {
        int length = 0;
        boolean chunked = false;
        boolean ended = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
            ended |= lower.equals("connection: close");
        }
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2L);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        return ended;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
