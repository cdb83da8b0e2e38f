package org.conductregister.standalone.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.JointSeal;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.KeysUnusableException;
import org.conductregister.keys.MasterKeyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The drill of docs/keys.md: the master key is replaced, lost, and put back. */
class RotationRunTest {

    private static final List<String> SUBJECTS = List.of("case/KEN-1");
    private static final String PLACE = "note";

    @TempDir
    Path data;

    private Path file;
    private String sealed;

    @BeforeEach
    void aKeyThatSealsAText() throws Exception {
        file = data.resolve("keys").resolve("master-key.json");
        Files.createDirectories(file.getParent());
        MasterKeyFile.create(file);
        sealed = new JointSeal(keys()).seal(SUBJECTS, PLACE, "By post");
    }

    private DataKeys keys() {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file.resolveSibling("keys.db"));
        return DataKeys.of(KeyStore.in(database), MasterKeyFile.read(file), Clock.systemUTC());
    }

    private int rotate() {
        return RotationRun.run("rotate-master-key", "--register.data=" + data);
    }

    @Test
    void theNewMasterKeyOpensWhatWasSealedAndTheOldOneNothing() throws Exception {
        var old = Files.copy(file, data.resolve("old.json"));

        assertThat(rotate()).isZero();

        assertThat(MasterKeyFile.read(file).versions()).isEqualTo(1);
        assertThat(new JointSeal(keys()).open(SUBJECTS, PLACE, sealed)).isEqualTo("By post");
        var copy = Files.copy(file, data.resolve("new.json"));
        Files.copy(old, file, StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(this::keys)
                .withMessageContaining("is not the one");
        assertThat(rotate()).isEqualTo(1);
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(new JointSeal(keys()).open(SUBJECTS, PLACE, sealed)).isEqualTo("By post");
    }

    @Test
    void aRotationThatWasBrokenOffIsBegunAgain() {
        MasterKeyFile.read(file).rotate();

        assertThat(rotate()).isZero();

        assertThat(MasterKeyFile.read(file).versions()).isEqualTo(1);
        assertThat(new JointSeal(keys()).open(SUBJECTS, PLACE, sealed)).isEqualTo("By post");
    }

    @Test
    void withoutKeysThereIsNothingToRotate() throws Exception {
        Files.delete(file.resolveSibling("keys.db"));

        assertThat(rotate()).isEqualTo(1);
        assertThat(MasterKeyFile.read(file).versions()).isEqualTo(1);
    }
}
