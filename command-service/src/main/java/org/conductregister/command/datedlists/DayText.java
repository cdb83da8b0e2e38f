package org.conductregister.command.datedlists;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads days as the API has them. */
final class DayText {

    private DayText() {}

    /** @throws IllegalArgumentException saying what it must be */
    static LocalDate parse(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a day of the calendar, as YYYY-MM-DD", e);
        }
        throw new IllegalArgumentException("must be a day of the calendar, as YYYY-MM-DD");
    }
}
