package org.conductregister.terms.text;

/**
 * A value that may name or describe a person. A field of such a type must be left out for analysts and of the program's
 * log.
 */
public sealed interface Confidential permits DayStatedAs, FreeText, PersonName {

    String value();
}
