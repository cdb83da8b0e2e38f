package org.conductregister.query.projections;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One more view, which a test can have fail. */
@TestConfiguration(proxyBeanMethods = false)
class WithLedger {

    @Bean
    Ledger ledger() {
        return new Ledger(false);
    }
}
