package org.conductregister.standalone.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Copies of databases of SQLite that are in use, as docs/moving.md has them made. */
public final class RunningBackup {

    private RunningBackup() {}

    /** Copies a database into a file that is not there yet; whoever writes to it goes on meanwhile. */
    public static void copy(Path database, Path copy) throws IOException, SQLException {
        Files.createDirectories(copy.getParent());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    /** Puts a copy in the place of a database that nobody has open. */
    public static void putBack(Path copy, Path database) throws IOException {
        Files.deleteIfExists(Path.of(database + "-wal"));
        Files.deleteIfExists(Path.of(database + "-shm"));
        Files.deleteIfExists(database);
        Files.copy(copy, database);
    }
}
