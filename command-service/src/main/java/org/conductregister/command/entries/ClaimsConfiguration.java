package org.conductregister.command.entries;

import javax.sql.DataSource;
import org.conductregister.claims.RecordClaims;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules between records, which the append checks. A service that only reads has no need of them. */
@Configuration(proxyBeanMethods = false)
class ClaimsConfiguration {

    @Bean
    RecordClaims recordClaims(@Qualifier("eventLogConnections") DataSource connections) {
        return new RecordClaims(connections);
    }
}
