package org.conductregister.query.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A span of days, both ends included; an end that is null is open. */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final DayRange ALWAYS = new DayRange(null, null);

    public boolean isAlways() {
        return from == null && to == null;
    }
}
