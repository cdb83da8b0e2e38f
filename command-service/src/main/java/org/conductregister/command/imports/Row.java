package org.conductregister.command.imports;

import org.conductregister.entries.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of an import, read. */
sealed interface Row {

    long line();

    /**
     * A line that was read as an entry.
     *
     * @param sent the entry as it was sent
     */
    record Read(long line, Entry entry, JsonNode sent) implements Row {}

    /** A line that is not recorded, and why. */
    record Refused(
            long line, String code, String detail, @Nullable JsonNode sent) implements Row {}
}
