package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void thePasswordIsMadeOnceAndHardToGuess() {
        String password;
        try (DataDirectory directory = DataDirectory.open(parent.resolve("data"))) {
            password = directory.password();
            assertThat(password).matches("[a-z2-9]{20}").isEqualTo(directory.password());
        }

        try (DataDirectory again = DataDirectory.open(parent.resolve("data"))) {
            assertThat(again.password()).isEqualTo(password);
        }
        try (DataDirectory other = DataDirectory.open(parent.resolve("other"))) {
            assertThat(other.password()).isNotEqualTo(password);
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        try (DataDirectory directory = DataDirectory.open(parent.resolve("data"))) {
            directory.password();

            assertThat(permissions(parent.resolve("data"))).isEqualTo("rwx------");
            assertThat(permissions(directory.passwordFile())).isEqualTo("rw-------");
        }
    }

    @Test
    void oneAtATimeHasIt() {
        Path path = parent.resolve("data");
        DataDirectory first = DataDirectory.open(path);
        assertThatThrownBy(() -> DataDirectory.open(path))
                .isInstanceOf(DataDirectoryUnusable.class)
                .hasMessageContaining(path.toString());

        first.close();

        DataDirectory.open(path).close();
    }

    @Test
    void aPathThatIsNoDirectoryIsRefusedByName() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(DataDirectoryUnusable.class)
                .hasMessageContaining(file + " cannot be written");
    }

    @Test
    void theEventStoreOfADirectoryWithASemicolonInItsNameIsStillThere() {
        try (DataDirectory directory = DataDirectory.open(parent.resolve("a;b"))) {
            assertThat(directory.eventStoreUrl())
                    .contains("a\\;b" + File.separator + "register;")
                    .contains(";WRITE_DELAY=0;");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
