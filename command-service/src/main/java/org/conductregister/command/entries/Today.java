package org.conductregister.command.entries;

import java.time.Clock;
import java.time.LocalDate;
import org.conductregister.platform.RegisterDay;

/** The current day of the register; no fact may be later. */
@FunctionalInterface
public interface Today {

    LocalDate day();

    static Today by(Clock clock) {
        return () -> RegisterDay.by(clock);
    }
}
