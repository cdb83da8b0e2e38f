package org.conductregister.command.entries;

import java.time.Clock;
import java.time.LocalDate;
import org.conductregister.platform.RegisterDay;

/** The day it is where the register is kept; no fact is later. */
@FunctionalInterface
public interface Today {

    LocalDate day();

    static Today by(Clock clock) {
        return () -> RegisterDay.by(clock);
    }
}
