package org.conductregister.integrity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.SignedNote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The heads that were ever signed, a JSON object a line, in a file apart from the event store. It only grows, and a head is on
 * disk before anybody gets to see it. Thread-safe.
 */
public final class CheckpointFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final FileChannel channel;
    private final List<AcceptedChange> accepted = new ArrayList<>();
    private @Nullable SealedHead last;
    private long count;
    private long length;

    /**
     * Opens the file, or makes it. A last line without an end was never acknowledged, and is dropped.
     *
     * @throws HeadsUnreadableException if a line is not one of this file
     */
    public CheckpointFile(Path file) {
        this.file = file;
        try {
            this.length = Files.exists(file) ? readAll() : 0;
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long readAll() throws IOException {
        long whole = 0;
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(parse(new String(bytes, from, i - from, StandardCharsets.UTF_8)));
                from = i + 1;
                whole = from;
            }
        }
        return whole;
    }

    private sealed interface Line {
        record Head(SealedHead head) implements Line {}

        record Accepted(AcceptedChange change) implements Line {}
    }

    private void take(Line line) {
        switch (line) {
            case Line.Head head -> {
                last = head.head();
                count++;
            }
            case Line.Accepted change -> {
                accepted.add(change.change());
                last = null;
            }
        }
    }

    private Line parse(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            Instant at = Instant.parse(read.path("at").asString());
            if (read.has("accepted")) {
                JsonNode change = read.get("accepted");
                return new Line.Accepted(new AcceptedChange(
                        at,
                        change.path("by").asString(),
                        change.path("reason").asString(),
                        change.path("sentence").asString(),
                        change.path("origin").asString()));
            }
            SignedNote note = SignedNote.parse(read.path("checkpoint").asString());
            return new Line.Head(new SealedHead(at, Checkpoint.parse(note.text()), note));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new HeadsUnreadableException("A line of %s is no signed head: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Returns the last head of the log's present name; empty where none is signed yet. */
    public synchronized Optional<SealedHead> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the number of heads of all names. */
    public synchronized long count() {
        return count;
    }

    /** Returns what administrators accepted, the first first. */
    public synchronized List<AcceptedChange> accepted() {
        return List.copyOf(accepted);
    }

    /** Returns once the head is on disk. */
    public synchronized void append(SealedHead head) {
        var line = JSON.createObjectNode()
                .put("at", head.sealedAt().toString())
                .put("checkpoint", head.note().toString());
        write(line.toString());
        take(new Line.Head(head));
    }

    /** Returns once it is on disk; no head is the last from then on. */
    public synchronized void append(AcceptedChange change) {
        var line = JSON.createObjectNode().put("at", change.acceptedAt().toString());
        line.putObject("accepted")
                .put("by", change.by())
                .put("reason", change.reason())
                .put("sentence", change.sentence())
                .put("origin", change.origin());
        write(line.toString());
        take(new Line.Accepted(change));
    }

    private void write(String line) {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, length + bytes.position());
            }
            channel.force(true);
            length += bytes.limit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the heads of the log's present name, in order of their sizes. Reads the whole file. */
    public synchronized List<SealedHead> heads() {
        var heads = new ArrayList<SealedHead>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (parse(line)) {
                    case Line.Head head -> heads.add(head.head());
                    case Line.Accepted change -> heads.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
