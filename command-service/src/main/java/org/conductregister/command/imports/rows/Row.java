package org.conductregister.command.imports.rows;

import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One fact of an import, read. A line of entries states one, a row of a sheet several. */
public sealed interface Row {

    long line();

    /**
     * A fact that was read as an entry.
     *
     * @param sent the entry as it was sent
     * @param of where it comes from in a sheet; null where the line is an entry itself
     */
    record Read(
            long line, Entry entry, JsonNode sent, @Nullable SheetFact of) implements Row {

        public Read(long line, Entry entry, JsonNode sent) {
            this(line, entry, sent, null);
        }

        /** The same row with its entry identified. */
        Read with(Entry identified) {
            return new Read(line, identified, sent, of);
        }

        /** Whether it came without an identity, so that its content gave it one. */
        public boolean isIdentifiedByContent() {
            return !sent.hasNonNull("entryId");
        }
    }

    /**
     * A fact that is not recorded, and why.
     *
     * @param column of the sheet that is at fault; null where none is, or the line is an entry itself
     * @param opening the case that it would have opened; null where it would have opened none
     */
    record Refused(
            long line,
            @Nullable String column,
            String code,
            String detail,
            @Nullable JsonNode sent,
            @Nullable RecordId opening)
            implements Row {

        public Refused(long line, String code, String detail, @Nullable JsonNode sent) {
            this(line, null, code, detail, sent, null);
        }
    }

    /**
     * The place in a sheet from which a fact comes.
     *
     * @param force whose cases the row is about
     */
    record SheetFact(FactTemplate template, String force, Mapping mapping) {

        /** The column that states a field; null where none does. */
        @Nullable
        public String column(String field) {
            return mapping.columnOf(template, field);
        }
    }
}
