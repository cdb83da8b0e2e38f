package org.conductregister.command.imports.days;

/** In which order year (Y), month (M) and day (D) are written. */
public enum DayOrder {
    YMD("year, month, day"),
    DMY("day, month, year"),
    MDY("month, day, year");

    private final String words;

    DayOrder(String words) {
        this.words = words;
    }

    /** The order in words, as {@code day, month, year}. */
    public String words() {
        return words;
    }
}
