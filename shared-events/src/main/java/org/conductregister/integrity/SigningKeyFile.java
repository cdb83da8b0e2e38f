package org.conductregister.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignerKey;

/** The file with the key that signs heads, which nobody but its owner may read. */
final class SigningKeyFile {

    private SigningKeyFile() {}

    /**
     * Reads the key, or makes one.
     *
     * @param origin the name of the log, where a key is made
     * @param mayMake false where heads were signed before: another key would not be theirs
     * @throws HeadsUnreadableException if it is missing and may not be made, or is no key
     */
    static SignerKey read(Path file, String origin, boolean mayMake) {
        try {
            if (Files.notExists(file)) {
                if (!mayMake) {
                    throw new HeadsUnreadableException(
                            "The key that signs the heads of the log is missing: put %s back from where you keep it."
                                    .formatted(file),
                            null);
                }
                write(file, SignerKey.generate(origin).lines());
            }
            return SignerKey.parse(Files.readString(file));
        } catch (MalformedNoteException e) {
            throw new HeadsUnreadableException(
                    "The file %s is no key that signs heads: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String lines) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.createFile(file, ownerOnly(file));
        Files.write(file, lines.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
