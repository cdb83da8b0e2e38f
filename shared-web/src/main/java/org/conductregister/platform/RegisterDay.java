package org.conductregister.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the register is kept: its days are days in London. */
public final class RegisterDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private RegisterDay() {}

    public static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
