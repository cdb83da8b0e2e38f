package org.conductregister.command.entries;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the register is kept; no fact is later. */
@FunctionalInterface
public interface Today {

    /** Days are days in London. */
    ZoneId ZONE = ZoneId.of("Europe/London");

    LocalDate day();

    static Today by(Clock clock) {
        return () -> LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
