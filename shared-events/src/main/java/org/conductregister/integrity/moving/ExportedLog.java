package org.conductregister.integrity.moving;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.conductregister.integrity.LeafHashes;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that {@link LogExport} wrote. Opening reads it once; 32 bytes an entry are kept. Not thread-safe.
 */
public final class ExportedLog {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final List<SealedHead> heads = new ArrayList<>();
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private @Nullable VerifierKey verifierKey;
    private @Nullable String fault;

    private ExportedLog(Path file) {
        this.file = file;
    }

    /** Takes the lines of a file in turn. */
    interface Lines {
        void take(JsonNode line) throws IOException;
    }

    /**
     * Opens a file, and checks its digest and the signature of it.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static ExportedLog open(Path file) throws IOException {
        var log = new ExportedLog(file);
        log.readAll();
        return log;
    }

    private void readAll() throws IOException {
        MessageDigest digest = TreeHasher.sha256();
        String trailer = null;
        try (BufferedReader lines = reader()) {
            String line = lines.readLine();
            readHeading(line);
            while (line != null) {
                String next = lines.readLine();
                if (next == null) {
                    trailer = line;
                } else {
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                    take(parse(line));
                }
                line = next;
            }
        }
        fault = faultOf(trailer, HexFormat.of().formatHex(digest.digest()));
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8),
                1 << 16);
    }

    private void readHeading(@Nullable String line) throws IOException {
        JsonNode heading = line == null ? null : parse(line);
        if (heading == null || !heading.path("format").asString("").equals(LogExport.FORMAT)) {
            throw new IOException("%s is no log that a register wrote, or of a later version".formatted(file));
        }
        verifierKey = VerifierKey.parse(heading.path("verifierKey").asString(""));
    }

    private JsonNode parse(String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IOException("a line of %s is no JSON".formatted(file), e);
        }
    }

    private void take(JsonNode line) {
        if (line.has("position")) {
            leaves.writeBytes(Base64.getDecoder().decode(line.path("leaf").asString("")));
        } else if (line.has("checkpoint")) {
            var note = SignedNote.parse(line.path("checkpoint").asString(""));
            heads.add(new SealedHead(Instant.parse(line.path("at").asString("")), Checkpoint.parse(note.text()), note));
        }
    }

    private @Nullable String faultOf(@Nullable String trailer, String digest) throws IOException {
        JsonNode last = trailer == null ? null : parse(trailer);
        if (last == null || !last.has("digest")) {
            return "it was cut off: its last line, with the digest, is missing.";
        }
        if (!last.path("digest").asString("").equals(digest)) {
            return "its lines do not have the digest of its last line.";
        }
        try {
            var seal = SignedNote.parse(last.path("seal").asString(""));
            return seal.text().equals(LogExport.sealed(digest)) && verifierKey().hasSigned(seal)
                    ? null
                    : "its digest is not signed by the key of the register that it comes from.";
        } catch (MalformedNoteException e) {
            return "the signature of its digest does not fit: " + e.getMessage();
        }
    }

    /** Returns in a sentence's rest how the file is not as it was written; null where it is. */
    public @Nullable String fault() {
        return fault;
    }

    /** Returns the key that the file says verifies its heads. */
    public VerifierKey verifierKey() {
        return Objects.requireNonNull(verifierKey, "the heading is read first");
    }

    /** Returns the heads in the file, whose signatures are not checked yet. */
    public List<SealedHead> heads() {
        return List.copyOf(heads);
    }

    /** Returns the hashes of the leaves as the file states them. */
    public LeafHashes leaves() {
        byte[] all = leaves.toByteArray();
        return new LeafHashes() {
            @Override
            public long size() {
                return all.length / TreeHasher.HASH_LENGTH;
            }

            @Override
            public byte[] read(long first, int count) {
                int from = Math.toIntExact(first * TreeHasher.HASH_LENGTH);
                return Arrays.copyOfRange(all, from, from + count * TreeHasher.HASH_LENGTH);
            }
        };
    }

    /** Hands over all lines but the last. */
    void forEachLine(Lines each) throws IOException {
        try (BufferedReader lines = reader()) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                if (next != null) {
                    each.take(parse(line));
                }
                line = next;
            }
        }
    }

    /** Returns the entries; quickest where they are asked for in order. */
    public RowSource rows() {
        return new Rows();
    }

    private final class Rows implements RowSource {

        private @Nullable BufferedReader lines;
        private @Nullable StoredRow ahead;
        private long reached = Long.MIN_VALUE;

        @Override
        public List<StoredRow> from(long position, int limit) {
            try {
                if (lines == null || position < reached) {
                    lines = reader();
                    ahead = null;
                }
                var found = new ArrayList<StoredRow>();
                StoredRow row = ahead == null ? next(lines) : ahead;
                while (row != null && found.size() < limit) {
                    if (row.position() >= position) {
                        found.add(row);
                        reached = row.position() + 1;
                    }
                    row = next(lines);
                }
                ahead = row;
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable StoredRow next(BufferedReader from) throws IOException {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                JsonNode read = parse(line);
                if (read.has("position")) {
                    return EntryLines.row(read);
                }
            }
            return null;
        }
    }
}
