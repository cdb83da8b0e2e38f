package org.conductregister.keys;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;

/** Keys in memory, wrapped by nothing. */
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

    private TestKeys() {}

    private static HikariDataSource memory() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    public static DataKeys newKeys() {
        return DataKeys.of(KeyStore.in(memory()), OPEN, Clock.systemUTC());
    }
}
