package org.conductregister.query.integrity;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.integrity.SealingRules;
import org.conductregister.query.integrity.witness.Witnesses;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the log where {@code register.integrity.directory} is configured. One process does, of those that share a log. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    /** Rows are read as they lie, through the connections of the log. */
    @Bean
    StoredRows storedRows(
            @Qualifier("eventLogConnections") HikariDataSource connections, OrderedEventStorageEngine engine) {
        return new StoredRows(connections);
    }

    @Bean
    Sealing sealing(
            StoredRows rows,
            Clock clock,
            Witnesses witnesses,
            @Value("${register.integrity.directory:}") String directory,
            @Value("${register.integrity.key:}") String key,
            @Value("${register.integrity.origin:}") String origin,
            @Value("${register.integrity.seal-every:PT30S}") Duration every,
            @Value("${register.integrity.seal-entries:10000}") int entries,
            @Value("${register.integrity.verify-every:PT24H}") Duration verifyEvery) {
        return new Sealing(rules(directory, key, origin, every, entries), rows, clock, verifyEvery, witnesses);
    }

    private static @Nullable SealingRules rules(
            String directory, String key, String origin, Duration every, int entries) {
        if (directory.isBlank()) {
            return null;
        }
        var path = Path.of(directory);
        return new SealingRules(
                path,
                key.isBlank() ? path.resolve("signing-key") : Path.of(key),
                origin.isBlank() ? SealingRules.newOrigin() : origin,
                every,
                entries);
    }

    /** @param cosigners each an address and the key that verifies what it signs, with a blank between them */
    @Bean(destroyMethod = "close")
    Witnesses witnesses(
            Clock clock,
            @Value("${register.integrity.witness-file:}") String file,
            @Value("${register.integrity.webhook:}") String webhook,
            @Value("${register.integrity.print:false}") boolean printed,
            @Value("${register.integrity.cosigners:}") List<String> cosigners) {
        var witnesses = new Witnesses(clock);
        if (!file.isBlank()) {
            witnesses.addFile(Path.of(file));
        }
        if (!webhook.isBlank()) {
            witnesses.addWebhook(address("webhook", webhook));
        }
        if (printed) {
            witnesses.addPrint();
        }
        for (String cosigner : cosigners) {
            addCosigner(witnesses, cosigner);
        }
        return witnesses;
    }

    private static void addCosigner(Witnesses witnesses, String cosigner) {
        var parts = cosigner.strip().split(" +", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "register.integrity.cosigners: each is an address and a key, with a blank between them: "
                            + cosigner);
        }
        try {
            witnesses.addCosigner(address("cosigners", parts[0]), VerifierKey.parse(parts[1]));
        } catch (MalformedNoteException e) {
            throw new IllegalArgumentException(
                    "register.integrity.cosigners: %s is no key: %s".formatted(parts[1], e.getMessage()), e);
        }
    }

    private static URI address(String property, String text) {
        try {
            var address = new URI(text.strip());
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Refused in the same words
        }
        throw new IllegalArgumentException(
                "register.integrity.%s: an address begins with https:// or http://: %s".formatted(property, text));
    }
}
