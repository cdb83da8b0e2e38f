package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Connections to the stores of a register. */
@RegisterTest
class PoolsTest {

    @Test
    void noPoolKeepsAConnectionOnWhichTheDiskWasFoundFull(@Autowired ApplicationContext register) {
        assertThat(register.getBeansOfType(HikariDataSource.class))
                .containsKeys("eventLogConnections", "keyConnections", "accessLogConnections")
                .allSatisfy((name, pool) ->
                        assertThat(pool.getExceptionOverride()).as(name).isInstanceOf(ThrowsAwayBroken.class));
    }
}
