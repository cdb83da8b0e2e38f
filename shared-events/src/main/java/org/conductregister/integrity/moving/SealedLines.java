package org.conductregister.integrity.moving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that {@link SealedLinesWriter} wrote: JSON objects, a line each, whose digest is signed in the last line. */
public final class SealedLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final VerifierKey verifierKey;
    private final @Nullable String fault;

    private SealedLines(Path file, VerifierKey verifierKey, @Nullable String fault) {
        this.file = file;
        this.verifierKey = verifierKey;
        this.fault = fault;
    }

    /** Takes lines in turn. */
    public interface Taker {
        void take(JsonNode line) throws IOException;
    }

    /**
     * Reads a file once, and checks its digest and the signature of it.
     *
     * @param format that its first line must name
     * @param taker gets all lines but the last
     * @throws IOException if it cannot be read, or is none of the format
     */
    public static SealedLines open(Path file, String format, Taker taker) throws IOException {
        MessageDigest digest = TreeHasher.sha256();
        try (BufferedReader lines = reader(file)) {
            String line = lines.readLine();
            VerifierKey key = keyIn(file, line, format);
            String trailer = null;
            while (line != null) {
                String next = lines.readLine();
                if (next == null) {
                    trailer = line;
                } else {
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                    taker.take(parse(file, line));
                }
                line = next;
            }
            String hex = HexFormat.of().formatHex(digest.digest());
            return new SealedLines(file, key, faultOf(file, trailer, format, hex, key));
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8),
                1 << 16);
    }

    private static VerifierKey keyIn(Path file, @Nullable String line, String format) throws IOException {
        JsonNode heading = line == null ? null : parse(file, line);
        if (heading == null || !heading.path("format").asString("").equals(format)) {
            throw new IOException("%s is not of the form %s that a register writes".formatted(file, format));
        }
        return VerifierKey.parse(heading.path("verifierKey").asString(""));
    }

    private static JsonNode parse(Path file, String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException("a line of %s is no JSON".formatted(file), e);
        }
    }

    private static @Nullable String faultOf(
            Path file, @Nullable String trailer, String format, String digest, VerifierKey key) throws IOException {
        JsonNode last = trailer == null ? null : parse(file, trailer);
        if (last == null || !last.has("digest")) {
            return "it was cut off: its last line, with the digest, is missing.";
        }
        if (!last.path("digest").asString("").equals(digest)) {
            return "its lines do not have the digest of its last line.";
        }
        try {
            var seal = SignedNote.parse(last.path("seal").asString(""));
            return seal.text().equals(SealedLinesWriter.sealed(format, digest)) && key.hasSigned(seal)
                    ? null
                    : "its digest is not signed by the key of the register that it comes from.";
        } catch (MalformedNoteException e) {
            return "the signature of its digest does not fit: " + e.getMessage();
        }
    }

    /** Returns in a sentence's rest how the file is not as it was written; null where it is. */
    @Nullable
    String fault() {
        return fault;
    }

    /**
     * Requires that the file is as it was written.
     *
     * @throws LogRefusedException if it is not
     */
    public void requireWhole() {
        if (fault != null) {
            throw new LogRefusedException("EXPORT_ALTERED", "The file is not as it was written: " + fault);
        }
    }

    /** Returns the key that the file says signed it. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Hands over all lines but the last, once more. */
    public void forEach(Taker taker) throws IOException {
        try (var lines = new LineReader(reader(file))) {
            for (JsonNode line = lines.next(); line != null; line = lines.next()) {
                taker.take(line);
            }
        }
    }

    /** Returns the lines from the first on, to be read some at a time. */
    LineReader reader() throws IOException {
        return new LineReader(reader(file));
    }

    /** Reads all lines but the last. Not thread-safe. */
    final class LineReader implements AutoCloseable {

        private final BufferedReader lines;
        private @Nullable String ahead;

        private LineReader(BufferedReader lines) throws IOException {
            this.lines = lines;
            this.ahead = lines.readLine();
        }

        /** Returns the next line; null at the end. */
        @Nullable
        JsonNode next() throws IOException {
            String line = ahead;
            ahead = line == null ? null : lines.readLine();
            return line == null || ahead == null ? null : parse(file, line);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
