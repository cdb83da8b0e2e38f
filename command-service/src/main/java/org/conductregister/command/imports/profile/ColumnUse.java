package org.conductregister.command.imports.profile;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The use that a mapping makes of a column.
 *
 * @param column its name
 * @param as what it is used as: several, where several facts use it
 * @param means whether a value has a meaning of its own, in the mapping's {@code values} or as a code or a label: it is not
 *     asked about
 */
public record ColumnUse(String column, Set<As> as, Predicate<String> means) {

    public ColumnUse {
        as = Set.copyOf(as);
    }

    /** A purpose that a column is used for. */
    public enum As {
        /** A day: {@code occurredOn}, or any other field that is one. */
        DAY,
        /** A part of an identifier or of a reference. */
        IDENTIFIER,
        /** A part of the number of a person. */
        PERSON,
        /** A value that stands for a code, or is a text or a number. */
        VALUE,
        /** A value that stands for one code. */
        CODE,
        /** Whether it is blank decides whether a fact is stated. */
        CONDITION
    }
}
