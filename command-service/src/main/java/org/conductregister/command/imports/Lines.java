package org.conductregister.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines, in constant memory however long a line is: of one too long only that it was there
 * is told. A byte order mark at the beginning is no part of the first line.
 */
final class Lines {

    /** The most bytes that a line may have: what the largest entry needs, with room to spare. */
    static final int LONGEST = 256 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * One line.
     *
     * @param number from 1
     * @param bytes without the line's end; null where there were too many
     */
    record Line(long number, byte @Nullable [] bytes) {

        boolean blank() {
            return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long read;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        var line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - from) > LONGEST;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        read++;
        return new Line(read, tooLong ? null : content(line.toByteArray()));
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(in.read(buffer), 0);
        return to > 0;
    }

    private byte[] content(byte[] line) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = read == 1 && line.length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
        int start = marked ? mark : 0;
        int end = line.length > start && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return start == 0 && end == line.length ? line : Arrays.copyOfRange(line, start, end);
    }
}
