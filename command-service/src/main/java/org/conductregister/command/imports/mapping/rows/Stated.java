package org.conductregister.command.imports.mapping.rows;

import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A fact that a row states. */
public sealed interface Stated {

    FactTemplate template();

    /** The entry as it would be sent, as far as it could be made. */
    ObjectNode json();

    /** A fact that could be read. Its id is made from its content. */
    record Read(FactTemplate template, Entry entry, ObjectNode json) implements Stated {}

    /**
     * A fact that could not.
     *
     * @param record whose record it would go on; null where that could not be read
     * @param column the column at fault; null where it is none
     * @param code a stable word
     * @param detail a sentence for whoever sent the sheet
     */
    record Unreadable(
            FactTemplate template,
            ObjectNode json,
            @Nullable RecordId record,
            @Nullable String column,
            String code,
            String detail)
            implements Stated {}
}
