package org.conductregister.integrity.moving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.conductregister.integrity.LeafHashes;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file that {@link LogExport} wrote. Opening reads it once; 32 bytes an entry are kept. Not thread-safe. */
public final class ExportedLog {

    private final List<SealedHead> heads;
    private final byte[] leaves;
    private final SealedLines lines;

    private ExportedLog(SealedLines lines, List<SealedHead> heads, byte[] leaves) {
        this.lines = lines;
        this.heads = heads;
        this.leaves = leaves;
    }

    /**
     * Opens a file, and checks its digest and the signature of it.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static ExportedLog open(Path file) throws IOException {
        var heads = new ArrayList<SealedHead>();
        var leaves = new ByteArrayOutputStream();
        var lines = SealedLines.open(file, LogExport.FORMAT, line -> {
            if (line.has("position")) {
                leaves.writeBytes(Base64.getDecoder().decode(line.path("leaf").asString("")));
            } else if (line.has("checkpoint")) {
                var note = SignedNote.parse(line.path("checkpoint").asString(""));
                heads.add(new SealedHead(
                        Instant.parse(line.path("at").asString("")), Checkpoint.parse(note.text()), note));
            }
        });
        return new ExportedLog(lines, List.copyOf(heads), leaves.toByteArray());
    }

    /** Returns in a sentence's rest how the file is not as it was written; null where it is. */
    public @Nullable String fault() {
        return lines.fault();
    }

    /** Returns the key that the file says verifies its heads. */
    public VerifierKey verifierKey() {
        return lines.verifierKey();
    }

    /** Returns the heads in the file, whose signatures are not checked yet. */
    public List<SealedHead> heads() {
        return heads;
    }

    /** Returns the hashes of the leaves as the file states them. */
    public LeafHashes leaves() {
        return new LeafHashes() {
            @Override
            public long size() {
                return leaves.length / TreeHasher.HASH_LENGTH;
            }

            @Override
            public byte[] read(long first, int count) {
                int from = Math.toIntExact(first * TreeHasher.HASH_LENGTH);
                return Arrays.copyOfRange(leaves, from, from + count * TreeHasher.HASH_LENGTH);
            }
        };
    }

    SealedLines lines() {
        return lines;
    }

    /** Returns the entries; quickest where they are asked for in order. */
    public RowSource rows() {
        return new Rows();
    }

    private final class Rows implements RowSource {

        private SealedLines.@Nullable LineReader reader;
        private @Nullable StoredRow ahead;
        private long reached = Long.MIN_VALUE;

        @Override
        public List<StoredRow> from(long position, int limit) {
            try {
                if (reader == null || position < reached) {
                    if (reader != null) {
                        reader.close();
                    }
                    reader = lines.reader();
                    ahead = null;
                }
                var found = new ArrayList<StoredRow>();
                StoredRow row = ahead == null ? next(reader) : ahead;
                while (row != null && found.size() < limit) {
                    if (row.position() >= position) {
                        found.add(row);
                        reached = row.position() + 1;
                    }
                    row = next(reader);
                }
                ahead = row;
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static @Nullable StoredRow next(SealedLines.LineReader from) throws IOException {
            for (JsonNode line = from.next(); line != null; line = from.next()) {
                if (line.has("position")) {
                    return EntryLines.row(line);
                }
            }
            return null;
        }
    }
}
