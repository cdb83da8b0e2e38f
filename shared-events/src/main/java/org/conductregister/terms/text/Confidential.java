package org.conductregister.terms.text;

/**
 * A value that may name or describe a person. A field of such a type must be left out for analysts and of the program's
 * log.
 */
public sealed interface Confidential permits DayStatedAs, FreeText, PersonName {

    /** The value of a text whose key is erased. Nobody can log it. */
    String ERASED = "[erased]";

    String value();

    /** Whether the text is gone, and only known to have been there. */
    default boolean isErased() {
        return value().equals(ERASED);
    }
}
