package org.conductregister.query.tabular;

/**
 * A column of a table.
 *
 * @param name as in the API's answers, with dots where numbers are nested; unique in the table
 * @param title in words, for people; unique in the table
 */
public record Column(String name, String title, Kind kind) {

    /** The kind of values in the cells of a column, beside symbols and cells that are left empty. */
    public enum Kind {
        /** Text, or codes with their words. */
        TEXT,
        WHOLE_NUMBER,
        DECIMAL,
        /** A part of a whole, from 0 to 1. */
        SHARE,
        DAY,
        INSTANT,
        FLAG
    }
}
