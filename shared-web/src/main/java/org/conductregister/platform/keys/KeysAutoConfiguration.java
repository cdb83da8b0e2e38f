package org.conductregister.platform.keys;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.conductregister.eventstore.SealingForward;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.ErasuresAgain;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.KeysUnusableException;
import org.conductregister.keys.MasterKey;
import org.conductregister.keys.MasterKeyFile;
import org.conductregister.keys.SealedFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The keys of personal data, as both services use them. A key service of an organisation takes the file's place as a bean of type
 * {@link MasterKey}.
 */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class KeysAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KeysAutoConfiguration.class);

    @Bean
    KeyPlaces keyPlaces(Environment environment, @Qualifier("eventLogConnections") HikariDataSource events) {
        return KeyPlaces.of(environment, events);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource keyConnections(KeyPlaces places, @Qualifier("eventLogConnections") HikariDataSource events) {
        return places.connections(events);
    }

    @Bean
    KeyStore keyStore(
            @Qualifier("keyConnections") HikariDataSource connections,
            @Qualifier("eventLogConnections") HikariDataSource events) {
        var store = KeyStore.in(connections);
        if (store.isEmpty() && SealingForward.holdsAnythingSealed(events)) {
            throw new KeysUnusableException(
                    "The store of keys is empty, but the log holds what was sealed with them. Put the keys back from their backup.",
                    null);
        }
        return store;
    }

    /** Made at the first start, of a register that has no keys yet. */
    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(KeyPlaces places, KeyStore store) {
        Path file = places.masterKey();
        return store.isEmpty() && Files.notExists(file) ? MasterKeyFile.create(file) : MasterKeyFile.read(file);
    }

    @Bean
    DataKeys dataKeys(KeyStore store, MasterKey master, Clock clock) {
        return DataKeys.of(store, master, clock);
    }

    /** A process that appends, of which there is one guard, brings the log forward before anything reads it, and keeps erased what is. */
    @Bean
    SealedFacts sealedFacts(
            DataKeys keys,
            KeyStore store,
            @Qualifier("eventLogConnections") HikariDataSource events,
            ObjectProvider<AppendGuard> appends) {
        var sealed = new SealedFacts(keys);
        if (appends.stream().findAny().isPresent()) {
            SealingForward.run(events, page -> {
                keys.noteUnkeyedIds();
                return sealed.sealedAnew(page);
            });
            int again = ErasuresAgain.run(events, store, keys);
            if (again > 0) {
                log.warn(
                        "Keys of {} erased records were there again, from a copy of the keys: they are erased again",
                        again);
            }
        }
        return sealed;
    }
}
