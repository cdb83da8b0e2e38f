package org.conductregister.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The current day of the register: the day in London. */
public final class RegisterDay {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private RegisterDay() {}

    public static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
