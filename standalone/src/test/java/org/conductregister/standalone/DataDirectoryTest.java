package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whatOthersCouldReadIsTheOwnersAloneFromTheNextStartOn() throws Exception {
        Path data = Files.createDirectories(parent.resolve("data/imports"));
        Path file = Files.createFile(data.resolve("refused.ndjson"));
        for (Path path : new Path[] {data.getParent(), data}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path elsewhere = Files.createFile(parent.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(data.resolve("link"), elsewhere);

        DataDirectory.open(data.getParent()).close();

        assertThat(permissions(data.getParent())).isEqualTo("rwx------");
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(elsewhere)).as("what a link leads to").isEqualTo("rw-r--r--");
    }

    @Test
    void temporaryFilesOfAProcessThatWasKilledAreGoneAtTheNextStart() throws Exception {
        Path left = Files.createDirectories(parent.resolve("data/tmp/work")).resolve("upload");
        Files.createFile(left);

        try (DataDirectory directory = DataDirectory.open(parent.resolve("data"))) {
            assertThat(directory.temporary().properties().values())
                    .containsExactly(parent.resolve("data/tmp").toString());
            assertThat(parent.resolve("data/tmp")).isEmptyDirectory();
        }
        assertThat(parent.resolve("data/tmp")).doesNotExist();
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

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a?b=c", "a#b", "100%25", "a b", "Zoë"})
    void theEventsAreInItWhateverItsName(String name) throws Exception {
        try (DataDirectory directory = DataDirectory.open(parent.resolve(name))) {
            try (var connection = DriverManager.getConnection(directory.eventStoreUrl());
                    var create = connection.createStatement()) {
                create.execute("CREATE TABLE DomainEventEntry (globalIndex INTEGER PRIMARY KEY)");
            }

            Path events = parent.resolve(name).resolve("events.db");
            assertThat(events).isNotEmptyFile();
            assertThat(permissions(events)).isEqualTo("rw-------");
        }
    }

    @Test
    void aRegisterOfTheVersionBeforeIsRefusedInWords() throws Exception {
        Path data = Files.createDirectories(parent.resolve("data"));
        Files.createFile(data.resolve("register.mv.db"));

        assertThatThrownBy(() -> DataDirectory.open(data))
                .isInstanceOf(DataDirectoryUnusable.class)
                .hasMessageContaining("register.mv.db")
                .hasMessageContaining("version before");
        assertThat(data.resolve("events.db")).doesNotExist();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
