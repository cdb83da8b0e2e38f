package org.conductregister.integrity;

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
import java.util.function.Consumer;
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
            this.length = Files.exists(file) ? forEachLine(file, line -> take(parse(file, line))) : 0;
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private sealed interface Line {
        record Head(SealedHead head) implements Line {}

        record Accepted(AcceptedChange change) implements Line {}
    }

    private void take(Line line) {
        switch (line) {
            case Line.Head head -> {
                boolean again =
                        last != null && last.checkpoint().equals(head.head().checkpoint());
                last = head.head();
                count += again ? 0 : 1;
            }
            case Line.Accepted change -> {
                accepted.add(change.change());
                last = null;
            }
        }
    }

    private static Line parse(Path file, String line) {
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

    /** Returns the number of heads of all names; one that got further signatures later is one. */
    public synchronized long count() {
        return count;
    }

    /** Returns what administrators accepted, the first first. */
    public synchronized List<AcceptedChange> accepted() {
        return List.copyOf(accepted);
    }

    /** Returns once the head is on disk. */
    public synchronized void append(SealedHead head) {
        write(line(head));
        take(new Line.Head(head));
    }

    private static String line(SealedHead head) {
        return JSON.createObjectNode()
                .put("at", head.sealedAt().toString())
                .put("checkpoint", head.note().toString())
                .toString();
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
        return read(file).heads();
    }

    /**
     * The heads of a log's present name, and what was accepted before.
     *
     * @param heads in order of their sizes
     */
    public record Read(List<SealedHead> heads, List<AcceptedChange> accepted) {}

    /**
     * Reads a file without opening it for more. A last line without an end is left out.
     *
     * @throws HeadsUnreadableException if a line is not one of such a file
     */
    public static Read read(Path file) {
        var heads = new ArrayList<SealedHead>();
        var accepted = new ArrayList<AcceptedChange>();
        try {
            forEachLine(file, line -> {
                switch (parse(file, line)) {
                    case Line.Head head -> heads.add(head.head());
                    case Line.Accepted change -> {
                        accepted.add(change.change());
                        heads.clear();
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(heads, accepted);
    }

    /** Returns the number of bytes of all whole lines. */
    private static long forEachLine(Path file, Consumer<String> each) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                each.accept(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        return from;
    }

    /** Returns once heads that were signed elsewhere, with the same key, are on disk. */
    public synchronized void appendAll(List<SealedHead> more) {
        var lines = new StringBuilder();
        more.forEach(head -> lines.append(line(head)).append('\n'));
        if (!more.isEmpty()) {
            write(lines.substring(0, lines.length() - 1));
            more.forEach(head -> take(new Line.Head(head)));
        }
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
