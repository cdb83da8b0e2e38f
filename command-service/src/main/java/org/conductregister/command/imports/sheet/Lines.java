package org.conductregister.command.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines, in constant memory however long a line is: of one too long only that it was there
 * is told. A byte order mark at the beginning is no part of the first line.
 */
public final class Lines {

    /** The most bytes that a line may have: what the largest entry needs, with room to spare. */
    public static final int LONGEST = 256 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * One line.
     *
     * @param number from 1
     * @param bytes without the line's end; null where there were too many
     */
    public record Line(long number, byte @Nullable [] bytes) {

        public boolean blank() {
            if (bytes == null) {
                return false;
            }
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int from;
    private int to;
    private long read;
    private boolean ended = true;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; null at the end. */
    public @Nullable Line next() throws IOException {
        boolean tooLong = false;
        int end = from;
        while (true) {
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= end - from > LONGEST;
            if (end < to) {
                return taken(end, end + 1, tooLong);
            }
            if (tooLong) {
                from = to;
            }
            end -= from;
            if (!fill()) {
                return from < to || tooLong ? taken(to, to, tooLong) : null;
            }
        }
    }

    /** Moves what is left to the front, and reads more behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int more = in.read(buffer, to, buffer.length - to);
        to += Math.max(more, 0);
        return more > 0;
    }

    private Line taken(int end, int next, boolean tooLong) {
        read++;
        ended = next > end;
        var line = new Line(read, tooLong ? null : content(end));
        from = next;
        return line;
    }

    /** Whether the line returned last had an end of its own, as the last line of a file need not. */
    public boolean isEnded() {
        return ended;
    }

    private byte[] content(int end) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked =
                read == 1 && end - from >= mark && Arrays.equals(buffer, from, from + mark, BYTE_ORDER_MARK, 0, mark);
        int start = marked ? from + mark : from;
        boolean carriageReturn = end > start && buffer[end - 1] == '\r';
        return Arrays.copyOfRange(buffer, start, carriageReturn ? end - 1 : end);
    }
}
