package org.conductregister.integrity.moving;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.conductregister.integrity.EntryLeaf;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import org.conductregister.tlog.TreeHasher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the whole log, up to the last head, into a file. Entries that come meanwhile are left out. */
public final class LogExport {

    static final String FORMAT = "conduct-register-log-1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1_000;

    private final DataSource dataSource;
    private final RowSource rows;
    private final LogSealer sealer;
    private final List<LogTable> tables;

    /** @param tables those beside the log that move with it */
    public LogExport(DataSource dataSource, RowSource rows, LogSealer sealer, List<LogTable> tables) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.sealer = sealer;
        this.tables = withInstants(tables);
    }

    static List<LogTable> withInstants(List<LogTable> tables) {
        var all = new ArrayList<LogTable>(List.of(new InstantsTable()));
        tables.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(all::add);
        return all;
    }

    /**
     * An export that was written.
     *
     * @param entries the number of entries
     * @param digest SHA-256 of all lines but the last, in hexadecimal
     */
    public record Written(long entries, String digest, SealedHead head) {}

    /**
     * Writes the file, which must not be there yet, and syncs it.
     *
     * @throws IllegalStateException if the log contradicts its heads, so that there is nothing to vouch for it
     */
    public Written write(Path file) throws IOException, SQLException {
        sealer.sealNow();
        if (sealer.state().contradiction() != null) {
            throw new IllegalStateException("The log contradicts its checkpoints");
        }
        SealedHead head = sealer.head().orElseThrow();
        MessageDigest digest = TreeHasher.sha256();
        try (OutputStream out = new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), 1 << 16)) {
            write(out, digest, heading(head));
            writeTables(out, digest);
            writeEntries(out, digest, head.checkpoint().size());
            for (SealedHead each : sealer.allHeads()) {
                write(out, digest, line(each));
            }
            String hex = HexFormat.of().formatHex(digest.digest());
            out.write(bytes(JSON.createObjectNode()
                    .put("digest", hex)
                    .put("seal", sealer.sign(sealed(hex)).toString())));
            out.flush();
            sync(file);
            return new Written(head.checkpoint().size(), hex, head);
        }
    }

    private ObjectNode heading(SealedHead head) {
        return JSON.createObjectNode()
                .put("format", FORMAT)
                .put("verifierKey", sealer.verifier().toString())
                .put("entries", head.checkpoint().size());
    }

    /** The text whose signature vouches for an export. */
    static String sealed(String digest) {
        return "%s\n%s\n".formatted(FORMAT, digest);
    }

    private static ObjectNode line(SealedHead head) {
        return JSON.createObjectNode()
                .put("at", head.sealedAt().toString())
                .put("checkpoint", head.note().toString());
    }

    private void writeTables(OutputStream out, MessageDigest digest) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (LogTable table : tables) {
                List<ObjectNode> lines = new ArrayList<>();
                table.read(connection, lines::add);
                for (ObjectNode row : lines) {
                    var line = JSON.createObjectNode().put("table", table.name());
                    line.set("row", row);
                    write(out, digest, line);
                }
            }
        }
    }

    private void writeEntries(OutputStream out, MessageDigest digest, long size) throws IOException {
        var leaf = new EntryLeaf();
        for (long next = 1; next <= size; ) {
            List<StoredRow> page = rows.from(next, (int) Math.min(PAGE, size - next + 1));
            if (page.isEmpty() || page.getFirst().position() != next) {
                throw new IOException("The entry at position %d is missing".formatted(next));
            }
            for (StoredRow row : page) {
                write(out, digest, EntryLines.line(row, leaf.hashOf(row)));
            }
            next = page.getLast().position() + 1;
        }
    }

    private static void write(OutputStream out, MessageDigest digest, JsonNode line) throws IOException {
        byte[] bytes = bytes(line);
        digest.update(bytes);
        out.write(bytes);
    }

    private static byte[] bytes(JsonNode line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
