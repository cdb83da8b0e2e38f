package org.conductregister.command.imports.days;

import java.time.LocalDate;

/** A cell read as a day. */
public sealed interface DayReading {

    /** Nothing stands in the cell. */
    record Nothing() implements DayReading {}

    /** One day. */
    record Exact(LocalDate day) implements DayReading {}

    /**
     * A month or a year stated alone.
     *
     * @param first its first day
     * @param last its last day
     */
    record Within(LocalDate first, LocalDate last) implements DayReading {}

    /** Something that is no day, or is none in the order that the column has. */
    record NotADay() implements DayReading {}
}
