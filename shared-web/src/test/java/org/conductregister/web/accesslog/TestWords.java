package org.conductregister.web.accesslog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.JointSeal;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.MasterKeyFile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Keys in a directory, with which the words of an access log are sealed. */
final class TestWords {

    private TestWords() {}

    static DataKeys keys(Path directory) {
        Path file = directory.resolve("master-key.json");
        var master = Files.exists(file) ? MasterKeyFile.read(file) : MasterKeyFile.create(file);
        var store = new DriverManagerDataSource("jdbc:sqlite:" + directory.resolve("keys.db") + "?busy_timeout=5000");
        return DataKeys.of(KeyStore.in(store), master, Clock.systemUTC());
    }

    static WordStore in(Path directory) {
        return new WordStore(new JointSeal(keys(directory)));
    }
}
