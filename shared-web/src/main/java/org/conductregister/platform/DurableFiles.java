package org.conductregister.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/** Files that are still there after a power cut: their bytes are synced, and so is the directory that names them. */
public final class DurableFiles {

    private static final boolean DIRECTORIES_OPEN =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private DurableFiles() {}

    /** Returns once all that was written to the file is on disk. */
    public static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns once the names of the directory's files are on disk. Windows has no such call, and keeps them by itself. */
    public static void syncDirectory(Path directory) throws IOException {
        if (DIRECTORIES_OPEN) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Puts a file that is written whole in the place of another, of the same directory: after a power cut one of both is there. */
    public static void replace(Path written, Path replaced) throws IOException {
        sync(written);
        Files.move(written, replaced, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(Objects.requireNonNull(replaced.toAbsolutePath().getParent(), "a file lies in a directory"));
    }
}
