package org.conductregister.terms;

/**
 * A value that may name or describe a person. A field of such a type is what must be left out for analysts, kept from
 * logs, and encrypted where it is stored.
 */
public sealed interface Confidential permits FreeText, PersonName {

    String value();
}
