package org.conductregister.command.imports.mapping.rows;

import java.util.List;

/**
 * The facts that one row states.
 *
 * @param force whose records its facts go on
 * @param facts in the order of the mapping
 * @param leftOut how many facts of the mapping it does not state
 * @param blank whether it states nothing because all mapped columns are blank
 */
public record MappedRow(String force, List<Stated> facts, int leftOut, boolean blank) {

    public MappedRow {
        facts = List.copyOf(facts);
    }
}
