package org.conductregister.command.imports.stored;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes lines of UTF-8 to a stored file, which are there to stay once it is synced or closed. Half a character, which no
 * encoding can write, is written as a '?'. For one thread.
 */
public final class DurableWriter extends Writer {

    private static final int BUFFER = 1 << 16;

    /** The place that bytes are written to. */
    abstract static class Sink extends OutputStream {

        /** Returns once all that was written is there to stay. */
        abstract void sync() throws IOException;
    }

    private final Sink sink;
    private final Writer out;
    private boolean closed;

    DurableWriter(Sink sink) {
        this.sink = sink;
        this.out = new BufferedWriter(new OutputStreamWriter(sink, StandardCharsets.UTF_8), BUFFER);
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        out.write(characters, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Returns once all that was written is there to stay. */
    public void sync() throws IOException {
        out.flush();
        sink.sync();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (!closed) {
                closed = true;
                sync();
            }
        }
    }
}
