package org.conductregister.query.statistics.points;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conductregister.platform.DurableFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A directory of increments. One is written beside the others under a name that no reader looks at, forced to disk, and renamed in
 * one step: it is there with all its files or not at all. One process writes at a time; any number read.
 */
final class PointsDirectory implements Closeable {

    private static final String LOCK = ".lock";
    private static final String WRITING = ".writing";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final FileChannel lockFile;
    private final List<Increment> increments;

    /** Writes the files of an increment into a directory. */
    @FunctionalInterface
    interface Writer {

        Increment write(Path directory) throws IOException;
    }

    private PointsDirectory(Path path, FileChannel lockFile, List<Increment> increments) {
        this.path = path;
        this.lockFile = lockFile;
        this.increments = increments;
    }

    /**
     * Opens a directory, which is made where there is none, and removes what a run that was broken off left.
     *
     * @throws PointsRefusedException if another run writes there, or increments are missing or unreadable
     */
    static PointsDirectory open(Path path) throws IOException {
        Files.createDirectories(path);
        var lockFile = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(lockFile)) {
                throw new PointsRefusedException("Another run writes into %s.".formatted(path));
            }
            deleteAll(path.resolve(WRITING));
            return new PointsDirectory(path, lockFile, read(path));
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    /** Takes the lock, which is given back when the file is closed; false where somebody has it, in this process or another. */
    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static List<Increment> read(Path path) throws IOException {
        var increments = new ArrayList<Increment>();
        try (var entries = Files.newDirectoryStream(path, Files::isDirectory)) {
            for (var entry : entries) {
                if (Increment.NAME.matcher(entry.getFileName().toString()).matches()) {
                    increments.add(readOne(entry));
                }
            }
        }
        increments.sort(Comparator.comparingLong(Increment::from));
        long next = 1;
        for (var increment : increments) {
            if (increment.from() != next) {
                throw new PointsRefusedException(
                        "In %s the points from position %d on are missing, or there twice. Begin in an empty directory."
                                .formatted(path, Math.min(next, increment.from())));
            }
            next = increment.to() + 1;
        }
        return increments;
    }

    private static Increment readOne(Path directory) throws IOException {
        try {
            var increment = JSON.readValue(Files.readString(directory.resolve(Increment.FILE)), Increment.class);
            if (!increment.name().equals(directory.getFileName().toString())) {
                throw new PointsRefusedException("%s was renamed: it has the points %s. Name it so again."
                        .formatted(directory, increment.name()));
            }
            return increment;
        } catch (JacksonException e) {
            throw new IOException(
                    "%s of %s cannot be read: %s".formatted(Increment.FILE, directory, e.getMessage()), e);
        }
    }

    /** The last increment; null where there is none. */
    @Nullable
    Increment last() {
        return increments.isEmpty() ? null : increments.getLast();
    }

    /** Adds an increment, which is there as a whole on return, after a power cut too. */
    Increment add(Writer writer) throws IOException {
        var writing = path.resolve(WRITING);
        deleteAll(writing);
        Files.createDirectory(writing);
        var increment = writer.write(writing);
        Files.writeString(writing.resolve(Increment.FILE), JSON.writeValueAsString(increment));
        try (var files = Files.newDirectoryStream(writing)) {
            for (var file : files) {
                DurableFiles.sync(file);
            }
        }
        DurableFiles.syncDirectory(writing);
        Files.move(writing, path.resolve(increment.name()), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncDirectory(path);
        increments.add(increment);
        return increment;
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
