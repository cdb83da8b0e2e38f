package org.conductregister.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.MasterKey;
import org.conductregister.keys.SealedFacts;

/** Keys in memory, one set for all tests of a process. */
public final class TestKeys {

    private static final MasterKey OPEN = new MasterKey() {
        @Override
        public byte[] wrap(byte[] key, String subject) {
            return key.clone();
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String subject) {
            return wrapped.clone();
        }
    };

    private static final DataKeys KEYS = DataKeys.of(KeyStore.in(memory()), OPEN, Clock.systemUTC());

    private TestKeys() {}

    private static HikariDataSource memory() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    public static DataKeys keys() {
        return KEYS;
    }

    public static SealedFacts sealed() {
        return new SealedFacts(KEYS);
    }
}
