package org.conductregister.web.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A day as three inputs: {@code <name>-day}, {@code <name>-month} and {@code <name>-year}. It keeps the text that was
 * typed, so that the form can show it again beside the fault.
 */
public record DayField(String name, String day, String month, String year) {

    /** No entry has a day before this year. */
    private static final int EARLIEST_YEAR = 1829;

    public static DayField empty(String name) {
        return new DayField(name, "", "", "");
    }

    public static DayField of(String name, LocalDate date) {
        return new DayField(
                name,
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getYear()));
    }

    public static DayField sent(String name, MultiValueMap<String, String> form) {
        return new DayField(name, part(form, name + "-day"), part(form, name + "-month"), part(form, name + "-year"));
    }

    private static String part(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /**
     * Returns the day that was typed.
     *
     * @param what the field in a sentence, such as "The day it happened"
     * @return null where there is none, or none that can be read; then a fault says why, unless none was required
     */
    public @Nullable LocalDate read(String what, boolean required, FormFaults faults) {
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            if (required) {
                faults.add(name, name + "-day", "Enter " + Character.toLowerCase(what.charAt(0)) + what.substring(1));
            }
            return null;
        }
        for (var missing : new String[][] {{day, "day"}, {month, "month"}, {year, "year"}}) {
            if (missing[0].isEmpty()) {
                faults.add(name, name + "-" + missing[1], what + " must include a " + missing[1]);
                return null;
            }
        }
        try {
            int inYear = Integer.parseInt(year);
            if (inYear < 0 || inYear > Year.MAX_VALUE || year.length() != 4) {
                faults.add(name, name + "-year", "Year must include 4 numbers");
                return null;
            }
            if (inYear < EARLIEST_YEAR) {
                faults.add(name, name + "-year", "Year must be %d or later".formatted(EARLIEST_YEAR));
                return null;
            }
            return LocalDate.of(inYear, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            faults.add(name, name + "-day", what + " must be a real date");
            return null;
        }
    }
}
