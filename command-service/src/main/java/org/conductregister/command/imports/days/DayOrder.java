package org.conductregister.command.imports.days;

/** In which order year (Y), month (M) and day (D) are written. */
public enum DayOrder {
    YMD,
    DMY,
    MDY
}
