package org.conductregister.command.imports.stored;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files in PostgreSQL, in parts. A file has a content, which changes where it is written anew, and a writer, which changes with
 * each that opens it to write: who adds a part says both, so that a node that was stopped and comes back adds nothing to what
 * another goes on with.
 */
final class DatabaseFiles implements StoredFiles {

    private static final int PART = 1 << 20;

    /** The names that files had when they lay in a directory alone; copies have a second id behind. */
    private static final Pattern KEPT_HERE = Pattern.compile("[0-9a-f-]{36}\\.[a-z]+");

    private static final Pattern COPY = Pattern.compile("(.+)\\.([0-9a-f-]{36})");
    private static final String FETCHED = ".fetched";
    private static final String TAKEN = ".taken";

    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS StoredFile (
                name varchar(200) PRIMARY KEY,
                content uuid NOT NULL,
                writer uuid NOT NULL,
                length bigint NOT NULL);
            CREATE TABLE IF NOT EXISTS StoredFilePart (
                content uuid NOT NULL,
                start bigint NOT NULL,
                bytes bytea NOT NULL,
                PRIMARY KEY (content, start))\
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final String folder;
    private final Path here;
    private final Reserve reserve;

    /**
     * @param folder what the names begin with in the database
     * @param here a directory of this process alone, for copies
     */
    DatabaseFiles(JdbcTemplate jdbc, TransactionOperations transactions, String folder, Path here, Reserve reserve)
            throws IOException {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.folder = folder + "/";
        this.here = Files.createDirectories(here);
        this.reserve = reserve;
        createTables();
        takeOver();
        deleteRests();
        forgetCopies();
    }

    /** Deletes what a process that was killed has left. */
    private void deleteRests() throws IOException {
        try (var rests = Files.newDirectoryStream(here, "*{.part," + FETCHED + "," + TAKEN + "}")) {
            for (var rest : rests) {
                Files.delete(rest);
            }
        }
    }

    /** Deletes the copies on this machine of files that were deleted or written anew, here or at another node. */
    synchronized void forgetCopies() throws IOException {
        var copies = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(
                here, path -> COPY.matcher(path.getFileName().toString()).matches())) {
            files.forEach(copies::add);
        }
        for (var copy : copies) {
            var name = COPY.matcher(copy.getFileName().toString());
            if (name.matches()
                    && row(name.group(1))
                            .filter(row -> row.content().toString().equals(name.group(2)))
                            .isEmpty()) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** Stores what an earlier version kept in a directory of this node. */
    private void takeOver() throws IOException {
        try (var files = Files.newDirectoryStream(
                here, path -> KEPT_HERE.matcher(path.getFileName().toString()).matches())) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!has(name)) {
                    try (var content = Files.newInputStream(file)) {
                        receive(name, content);
                    }
                }
                Files.delete(file);
            }
        }
    }

    /** Looked for first, for whoever may write in them need not be who makes them. Two nodes may make them at once. */
    private void createTables() {
        try {
            makeMissing();
        } catch (DataAccessException e) {
            makeMissing();
        }
    }

    private void makeMissing() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT to_regclass('storedfile') IS NOT NULL AND to_regclass('storedfilepart') IS NOT NULL",
                Boolean.class))) {
            jdbc.execute(TABLES);
        }
    }

    private record Row(String name, UUID content, long length) {}

    private Optional<Row> row(String name) {
        return jdbc
                .query(
                        "SELECT name, content, length FROM StoredFile WHERE name = ?",
                        (row, n) -> new Row(row.getString(1), row.getObject(2, UUID.class), row.getLong(3)),
                        folder + name)
                .stream()
                .findFirst();
    }

    private Row required(String name) throws NoSuchFileException {
        return row(name).orElseThrow(() -> new NoSuchFileException(folder + name));
    }

    /** A copy stays on this machine, for it is likely to be wanted here. */
    @Override
    public void receive(String name, InputStream content) throws IOException {
        var id = UUID.randomUUID();
        var part = here.resolve(name + DirectoryFiles.PART);
        try {
            reserve.copy(content, part);
            long length;
            try (var in = Files.newInputStream(part)) {
                length = addParts(id, in);
            }
            replace(name, id, UUID.randomUUID(), length);
            Files.move(part, here.resolve(name + "." + id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            deleteParts(id);
            throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long addParts(UUID content, InputStream in) throws IOException {
        long length = 0;
        for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
            addPart(content, length, part);
            length += part.length;
        }
        return length;
    }

    private void addPart(UUID content, long start, byte[] bytes) {
        jdbc.update("INSERT INTO StoredFilePart (content, start, bytes) VALUES (?, ?, ?)", content, start, bytes);
    }

    private void deleteParts(@Nullable UUID content) {
        jdbc.update("DELETE FROM StoredFilePart WHERE content = ?", content);
    }

    /** Puts a content in the place of the one before. */
    private void replace(String name, UUID content, UUID writer, long length) {
        transactions.executeWithoutResult(transaction -> {
            var before = row(name);
            jdbc.update("""
                    INSERT INTO StoredFile (name, content, writer, length) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET content = EXCLUDED.content, writer = EXCLUDED.writer,
                        length = EXCLUDED.length\
                    """, folder + name, content, writer, length);
            before.ifPresent(row -> deleteParts(row.content()));
        });
    }

    @Override
    public void put(String name, byte[] content) {
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(transaction -> {
            for (int from = 0; from < content.length; from += PART) {
                addPart(id, from, Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)));
            }
            replace(name, id, UUID.randomUUID(), content.length);
        });
    }

    @Override
    public boolean has(String name) {
        return row(name).isPresent();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new Parts(required(name));
    }

    @Override
    public Optional<byte[]> document(String name) {
        return documents("name = ?", folder + name).stream().findFirst();
    }

    @Override
    public List<byte[]> ending(String suffix) {
        return documents("starts_with(name, ?) AND right(name, ?) = ?", folder, suffix.length(), suffix);
    }

    /** One statement sees each as it was before or after it is stored anew. */
    private List<byte[]> documents(String condition, Object... parameters) {
        var found = new LinkedHashMap<String, ByteArrayOutputStream>();
        jdbc.query(
                "SELECT name, bytes FROM StoredFile JOIN StoredFilePart USING (content) WHERE " + condition
                        + " ORDER BY name, start",
                row -> {
                    found.computeIfAbsent(row.getString(1), none -> new ByteArrayOutputStream())
                            .writeBytes(row.getBytes(2));
                },
                parameters);
        return found.values().stream().map(ByteArrayOutputStream::toByteArray).toList();
    }

    @Override
    public long bytes(String suffix) throws IOException {
        var stored = jdbc.queryForObject(
                "SELECT COALESCE(SUM(length), 0) FROM StoredFile WHERE starts_with(name, ?) AND right(name, ?) = ?",
                Long.class,
                folder,
                suffix.length(),
                suffix);
        return (stored == null ? 0 : stored) + DirectoryFiles.bytes(here, "*" + suffix + DirectoryFiles.PART);
    }

    @Override
    public long size(String name) {
        return row(name).map(Row::length).orElse(0L);
    }

    @Override
    public synchronized Path local(String name) throws IOException {
        var row = required(name);
        var copy = here.resolve(name + "." + row.content());
        if (!Files.exists(copy)) {
            var part = here.resolve(name + FETCHED);
            try (var in = new Parts(row)) {
                reserve.copy(in, part);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    @Override
    public boolean delete(String name) throws IOException {
        var row = row(name);
        if (row.isEmpty()) {
            return false;
        }
        Files.deleteIfExists(here.resolve(name + "." + row.get().content()));
        return deleteRow(row.get());
    }

    private boolean deleteRow(Row row) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            deleteParts(row.content());
            return jdbc.update("DELETE FROM StoredFile WHERE name = ? AND content = ?", row.name(), row.content()) == 1;
        }));
    }

    @Override
    public Path takeOut(String name) throws IOException {
        var taken = here.resolve(name + "." + UUID.randomUUID() + TAKEN);
        synchronized (this) {
            Files.move(local(name), taken, StandardCopyOption.ATOMIC_MOVE);
        }
        deleteRow(required(name));
        return taken;
    }

    @Override
    public DurableWriter begin(String name) {
        var content = UUID.randomUUID();
        var writer = UUID.randomUUID();
        replace(name, content, writer, 0);
        return new DurableWriter(new Appending(folder + name, content, writer));
    }

    @Override
    public DurableWriter goOn(String name) throws IOException {
        var writer = UUID.randomUUID();
        if (jdbc.update("UPDATE StoredFile SET writer = ? WHERE name = ?", writer, folder + name) == 0) {
            return begin(name);
        }
        var row = required(name);
        var lines = new DurableWriter(new Appending(folder + name, row.content(), writer));
        if (endsWithinALine(row)) {
            lines.write('\n');
        }
        return lines;
    }

    private boolean endsWithinALine(Row row) {
        return jdbc
                .queryForList(
                        "SELECT bytes FROM StoredFilePart WHERE content = ? ORDER BY start DESC LIMIT 1",
                        byte[].class,
                        row.content())
                .stream()
                .anyMatch(last -> last[last.length - 1] != '\n');
    }

    /** Adds a part with each flush. */
    private final class Appending extends DurableWriter.Sink {

        private final String name;
        private final UUID content;
        private final UUID writer;

        Appending(String name, UUID content, UUID writer) {
            this.name = name;
            this.content = content;
            this.writer = writer;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return;
            }
            var part = Arrays.copyOfRange(bytes, from, from + length);
            boolean added = Boolean.TRUE.equals(transactions.execute(transaction -> {
                var ends = jdbc.queryForList(
                        "UPDATE StoredFile SET length = length + ? WHERE name = ? AND writer = ? RETURNING length",
                        Long.class,
                        length,
                        name,
                        writer);
                ends.forEach(end -> addPart(content, end - length, part));
                return !ends.isEmpty();
            }));
            if (!added) {
                throw new TakenOverException(name);
            }
        }

        /** Each part is committed when it is added. */
        @Override
        void sync() {}
    }

    /** Reads the parts of a content one by one; no connection is held between two. */
    private final class Parts extends InputStream {

        private final UUID content;
        private final long length;
        private byte[] part = {};
        private int at;
        private long next;

        Parts(Row row) {
            this.content = row.content();
            this.length = row.length();
        }

        private boolean isThere() throws IOException {
            if (at < part.length) {
                return true;
            }
            var found = jdbc.queryForList(
                    "SELECT bytes FROM StoredFilePart WHERE content = ? AND start = ?", byte[].class, content, next);
            if (found.isEmpty()) {
                if (next < length) {
                    throw new IOException("A file was written anew or deleted while it was read");
                }
                return false;
            }
            part = found.getFirst();
            at = 0;
            next += part.length;
            return true;
        }

        @Override
        public int read() throws IOException {
            return isThere() ? part[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            if (!isThere()) {
                return -1;
            }
            int count = Math.min(most, part.length - at);
            System.arraycopy(part, at, into, from, count);
            at += count;
            return count;
        }
    }

    @Override
    public Path scratch() {
        return here;
    }
}
