package org.conductregister.command.imports.sheet.delimited;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.entries.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file's text. A byte order mark says it; without one, zero bytes at every second place are
 * UTF-16's, and everything else is read line by line: a line that is UTF-8 is UTF-8, any other is Windows-1252.
 */
enum TextEncoding {
    UTF_8_OR_WINDOWS_1252(null),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The number of bytes of a file that are looked at to tell its encoding. */
    static final int LOOKED_AT = 64 * 1024;

    private static final int FEW_CONTROLS = 4;

    private final @Nullable Charset wide;

    TextEncoding(@Nullable Charset wide) {
        this.wide = wide;
    }

    /** @throws UnfitSheetException when the bytes are no text */
    static TextEncoding of(byte[] beginning) {
        if (isMarked(beginning, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (isMarked(beginning, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        int even = zeros(beginning, 0);
        int odd = zeros(beginning, 1);
        int pairs = beginning.length / 2;
        if (isMost(odd, pairs) && isFew(even, pairs)) {
            return UTF_16LE;
        }
        if (isMost(even, pairs) && isFew(odd, pairs)) {
            return UTF_16BE;
        }
        if (isFew(even + odd, pairs) && !isBinary(beginning)) {
            return UTF_8_OR_WINDOWS_1252;
        }
        throw new UnfitSheetException("The file is no text that can be read. Save the sheet as “CSV UTF-8” or as a"
                + " workbook (.xlsx, .ods), and send that file.");
    }

    /** Whether one byte in twenty, and more than a few, is a control character that no text has. */
    private static boolean isBinary(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            controls += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return controls > FEW_CONTROLS && 20 * controls > bytes.length;
    }

    /** Whether so many zeros are those of wide characters: of text in another script, separators and line ends alone have them. */
    private static boolean isMost(int zeros, int pairs) {
        return zeros > 0 && 20 * zeros >= pairs;
    }

    /** Whether so many zeros are slips. */
    private static boolean isFew(int zeros, int pairs) {
        return 100 * zeros <= pairs;
    }

    private static boolean isMarked(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** The lines of the file, each decoded by {@link #decoded}. */
    Lines lines(InputStream in) throws IOException {
        return new Lines(oldEnds(wide == null ? in : new Transcoding(in, wide)));
    }

    /** Where lines end with a carriage return alone, as on old Macintoshes, each is made a line feed. */
    private static InputStream oldEnds(InputStream in) throws IOException {
        var beginning = in.readNBytes(LOOKED_AT);
        var whole = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
        return contains(beginning, '\r') && !contains(beginning, '\n') ? new LineFeeds(whole) : whole;
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    static String decoded(byte[] line) {
        try {
            return Utf8.decoded(line);
        } catch (CharacterCodingException e) {
            return new String(line, WINDOWS_1252);
        }
    }

    /** A stream of another encoding as UTF-8. */
    private static final class Transcoding extends InputStream {

        private final Reader from;
        private final char[] chars = new char[8 * 1024];
        private byte[] bytes = new byte[0];
        private int next;

        Transcoding(InputStream in, Charset charset) {
            this.from = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0 || !fill()) {
                return length == 0 ? 0 : -1;
            }
            int copied = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, to, offset, copied);
            next += copied;
            return copied;
        }

        private boolean fill() throws IOException {
            while (next == bytes.length) {
                int read = from.read(chars, 0, chars.length - 1);
                if (read < 0) {
                    return false;
                }
                if (read > 0 && Character.isHighSurrogate(chars[read - 1])) {
                    int low = from.read();
                    if (low >= 0) {
                        chars[read++] = (char) low;
                    }
                }
                bytes = new String(chars, 0, read).getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }

    /** A stream with a line feed for each carriage return. */
    private static final class LineFeeds extends FilterInputStream {

        LineFeeds(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read == '\r' ? '\n' : read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            for (int i = offset; i < offset + read; i++) {
                to[i] = to[i] == '\r' ? (byte) '\n' : to[i];
            }
            return read;
        }
    }
}
