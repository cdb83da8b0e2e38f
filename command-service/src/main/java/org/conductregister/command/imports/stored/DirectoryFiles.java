package org.conductregister.command.imports.stored;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.platform.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files in a directory that one process has. */
public final class DirectoryFiles implements StoredFiles {

    static final String PART = ".part";

    private static final Logger log = LoggerFactory.getLogger(DirectoryFiles.class);

    private static final String NEXT = ".next";

    private final Path directory;
    private final Reserve reserve;

    /** Makes the directory where it does not exist, and deletes the rests of writes that a kill interrupted. */
    public DirectoryFiles(Path directory, Reserve reserve) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.reserve = reserve;
        try (var rests = Files.newDirectoryStream(directory, "*.{part,next}")) {
            for (var rest : rests) {
                Files.delete(rest);
            }
        }
    }

    @Override
    public void receive(String name, InputStream content) throws IOException {
        var part = path(name + PART);
        try {
            reserve.copy(content, part);
            DurableFiles.replace(part, path(name));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        var next = path(name + NEXT);
        Files.write(next, content);
        DurableFiles.replace(next, path(name));
    }

    @Override
    public boolean has(String name) {
        return Files.exists(path(name));
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(path(name));
    }

    @Override
    public Optional<byte[]> document(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public List<byte[]> ending(String suffix) throws IOException {
        var all = new ArrayList<byte[]>();
        try (var files = Files.newDirectoryStream(directory, "*" + suffix)) {
            for (var file : files) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    @Override
    public long bytes(String suffix) throws IOException {
        return bytes(directory, "*" + suffix + "{," + PART + "}");
    }

    /** Returns how many bytes the files in a directory take whose names are of a pattern; one that goes meanwhile takes none. */
    static long bytes(Path directory, String pattern) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(directory, pattern)) {
            for (var file : files) {
                try {
                    bytes += Files.size(file);
                } catch (NoSuchFileException gone) {
                    log.debug("{} is no longer there", file);
                }
            }
        }
        return bytes;
    }

    @Override
    public long size(String name) throws IOException {
        try {
            return Files.size(path(name));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    @Override
    public Path local(String name) {
        return path(name);
    }

    @Override
    public boolean delete(String name) throws IOException {
        return Files.deleteIfExists(path(name));
    }

    @Override
    public Path takeOut(String name) throws IOException {
        return Files.move(path(name), path(name + "." + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public DurableWriter begin(String name) throws IOException {
        return open(name, 0);
    }

    @Override
    public DurableWriter goOn(String name) throws IOException {
        return open(name, Long.MAX_VALUE);
    }

    private DurableWriter open(String name, long kept) throws IOException {
        var path = path(name);
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file.truncate(kept);
            file.position(file.size());
            DurableFiles.syncDirectory(requireNonNull(path.toAbsolutePath().getParent()));
            var writer = new DurableWriter(new File(file));
            if (endsWithinALine(file)) {
                writer.write('\n');
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean endsWithinALine(FileChannel file) throws IOException {
        var last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static final class File extends DurableWriter.Sink {

        private final FileChannel file;

        File(FileChannel file) {
            this.file = file;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var left = ByteBuffer.wrap(bytes, from, length);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }

        @Override
        void sync() throws IOException {
            file.force(false);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public Path scratch() {
        return directory;
    }

    private Path path(String name) {
        return directory.resolve(name);
    }
}
