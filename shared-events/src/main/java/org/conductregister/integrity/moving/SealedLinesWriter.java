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
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.conductregister.integrity.LogSealer;
import org.conductregister.tlog.TreeHasher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON objects into a file packed with gzip, a line each. The first line names the format and the key that signs; the last
 * has the digest of all others and its signature. Not thread-safe.
 */
public final class SealedLinesWriter implements AutoCloseable {

    private final Path file;
    private final String format;
    private final LogSealer sealer;
    private final OutputStream out;
    private final MessageDigest digest = TreeHasher.sha256();

    /**
     * Begins a file, which must not be there yet.
     *
     * @param sealer signs the digest with the key of the log
     */
    public SealedLinesWriter(Path file, String format, LogSealer sealer) throws IOException {
        this.file = file;
        this.format = format;
        this.sealer = sealer;
        this.out = new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), 1 << 16);
    }

    /** Writes the first line. */
    public void begin(long entries) throws IOException {
        write(JsonMapper.shared()
                .createObjectNode()
                .put("format", format)
                .put("verifierKey", sealer.verifier().toString())
                .put("entries", entries));
    }

    /** Writes a line. */
    public void write(JsonNode line) throws IOException {
        byte[] bytes = bytes(line);
        digest.update(bytes);
        out.write(bytes);
    }

    /**
     * Writes the last line, and syncs the file.
     *
     * @return the digest of all others, in hexadecimal
     */
    public String end() throws IOException {
        String hex = HexFormat.of().formatHex(digest.digest());
        out.write(bytes(JsonMapper.shared()
                .createObjectNode()
                .put("digest", hex)
                .put("seal", sealer.sign(sealed(format, hex)).toString())));
        out.close();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return hex;
    }

    /** Returns the text whose signature vouches for a file. */
    static String sealed(String format, String digest) {
        return "%s\n%s\n".formatted(format, digest);
    }

    private static byte[] bytes(JsonNode line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
