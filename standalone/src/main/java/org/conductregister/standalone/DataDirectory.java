package org.conductregister.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.platform.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * Everything the standalone edition keeps, in one directory that only its owner can read: the events, and the password
 * where none is configured. One process at a time has it; the lock goes with the process, however that ends.
 */
final class DataDirectory implements AutoCloseable {

    /** Nothing that looks like another character when read off a screen. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final Set<PosixFilePermission> OWNER_RIGHTS = PosixFilePermissions.fromString("rwx------");

    private static final int PASSWORD_LENGTH = 20; // of 32 letters: 100 bits

    private final Path directory;
    private final FileChannel lock;
    private final TemporaryFiles temporary;

    private DataDirectory(Path directory, FileChannel lock, TemporaryFiles temporary) {
        this.directory = directory;
        this.lock = lock;
        this.temporary = temporary;
    }

    /** @throws DataDirectoryUnusable where another process has it, or it cannot be written */
    static DataDirectory open(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
            refuseEarlierFormat(directory);
            tighten(directory);
            FileChannel lock = lock(directory);
            return new DataDirectory(
                    directory, lock, TemporaryFiles.in(directory.resolve("tmp"), ownerOnly(directory, "rwx------")));
        } catch (IOException e) {
            throw DataDirectoryUnusable.notWritable(directory, e);
        }
    }

    /** Returns the URL of the file {@code events.db}, which is made where there is none. */
    String eventStoreUrl() {
        Path file = directory.resolve("events.db");
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, ownerOnly(directory, "rw-------"));
                DurableFiles.syncDirectory(directory);
            }
        } catch (IOException e) {
            throw DataDirectoryUnusable.notWritable(directory, e);
        }
        return urlOf(file);
    }

    /**
     * The URL of an event store's file, as a URI, in which a path may have a question mark. Each connection keeps up to 8 MB of pages: the
     * records of an import come in no order of their numbers, so an append touches pages all over the index of records.
     */
    static String urlOf(Path file) {
        return Sqlite.url(file) + "?synchronous=FULL&busy_timeout=30000&cache_size=-8000";
    }

    /** Made at the first start, and the same ever after. */
    String password() {
        Path file = passwordFile();
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, ownerOnly(directory, "rw-------"));
                Files.writeString(file, newPassword() + System.lineSeparator());
                DurableFiles.sync(file);
                DurableFiles.syncDirectory(directory);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw DataDirectoryUnusable.notWritable(directory, e);
        }
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    TemporaryFiles temporary() {
        return temporary;
    }

    @Override
    public void close() {
        temporary.remove();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the rights of all but the owner from the directory and what is in it, which a copy or a backup brought back may
     * have given them. A file that is somebody else's is refused.
     */
    private static void tighten(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
                if (rights.retainAll(OWNER_RIGHTS)) {
                    leaveToOwner(directory, path, rights);
                }
            }
        }
    }

    private static void leaveToOwner(Path directory, Path path, Set<PosixFilePermission> rights) {
        try {
            Files.setPosixFilePermissions(path, rights);
        } catch (IOException e) {
            throw DataDirectoryUnusable.readableByOthers(directory, path, e);
        }
    }

    /** The version before kept its events in files of H2, which this one has nothing to read with. */
    private static void refuseEarlierFormat(Path directory) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.mv.db")) {
            for (Path file : found) {
                throw DataDirectoryUnusable.ofEarlierVersion(directory, file);
            }
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw DataDirectoryUnusable.inUse(directory);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    static String newPassword() {
        return new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static boolean isPosix(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path directory, String permissions) {
        return isPosix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
