package org.conductregister.platform;

import java.time.Clock;
import javax.sql.DataSource;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.keys.WithoutKeys;

/** The event log for a program that reads it beside a register that may run, and needs no personal text. */
public final class LogWithoutKeys {

    private LogWithoutKeys() {}

    /** Opens the log in a database, as services do, but that nothing is made in it, and nothing sealed is opened. */
    public static OrderedEventStorageEngine in(DataSource database, Clock clock) {
        return new OrderedEventStorageEngine(
                database,
                EventLogAutoConfiguration.serializer(),
                Upcasters.chain(),
                new WithoutKeys(),
                LogClock.own(clock),
                EventLogAutoConfiguration.BATCH,
                AppendLimits.USUAL.withAnyClock(),
                AppendGuard.NONE);
    }
}
