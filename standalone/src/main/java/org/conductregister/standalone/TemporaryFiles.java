package org.conductregister.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The directory within the data directory for what libraries unpack and browsers upload while the register runs. It is emptied
 * at each start, so that a kill leaves nothing behind for ever, and removed at the end. Nothing goes to the system's own
 * directory, where others can look and nobody tidies up.
 */
final class TemporaryFiles {

    private final Path directory;

    private TemporaryFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory anew, and has native libraries unpacked there.
     *
     * @param directory of which no other process is using anything
     * @param rights that the directory is made with
     */
    static TemporaryFiles in(Path directory, FileAttribute<?>... rights) throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectory(directory, rights);
        System.setProperty("org.sqlite.tmpdir", directory.toString());
        System.setProperty("jna.tmpdir", directory.toString());
        return new TemporaryFiles(directory);
    }

    /** The properties by which the web server keeps its files there. */
    Map<String, Object> properties() {
        return Map.of("server.tomcat.basedir", directory.toString());
    }

    /** Removes it, but for what the system does not let go while the process runs: the next start does. */
    void remove() {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException inUse) {
            // Windows keeps the libraries that are loaded
        }
    }
}
