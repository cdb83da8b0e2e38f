package org.conductregister.command.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.stored.DurableWriter;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.keys.SealedFacts;
import org.jspecify.annotations.Nullable;

/**
 * The entries that one import recorded, so that it can be undone, and the statements of its sheet, so that the next
 * one can be compared. For one thread.
 *
 * <p>An entry is on disk here before it is recorded: of an import that was broken off and begun again, all entries are
 * found, those of the first beginning included.
 */
public final class Journal implements Closeable {

    /** The name of the list of what an import recorded. */
    public static final String RECORDED = "recorded";

    private final DurableWriter recorded;
    private final @Nullable DurableWriter said;
    private final SealedFacts sealed;

    /**
     * A journal that goes on where its files end.
     *
     * @param recorded a line of record, tab and entry for each entry
     * @param said of a sheet, a statement a line; null where it is not to be compared
     * @param sealed seals the texts of statements
     */
    Journal(DurableWriter recorded, @Nullable DurableWriter said, SealedFacts sealed) {
        this.sealed = sealed;
        this.recorded = recorded;
        this.said = said;
    }

    /**
     * A statement of a sheet.
     *
     * @param entryId of the entry that says it in the register
     */
    public record Said(Row.Read row, EntryId entryId) {}

    /** To be called before the events are published. */
    public void intend(List<? extends DomainEventMessage<Fact>> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            for (var event : events) {
                recorded.write(event.getAggregateIdentifier());
                recorded.write('\t');
                recorded.write(event.getIdentifier());
                recorded.write('\n');
            }
            recorded.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called once they stand in the register, whether this import recorded them or found them there. */
    public void said(List<Said> statements) {
        if (said == null) {
            return;
        }
        try {
            for (var statement : statements) {
                said.write(line(statement));
                said.write('\n');
            }
            said.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Said statement) {
        var entry = statement.row().entry();
        var json = FactJson.mapper().createObjectNode();
        var of = statement.row().of();
        json.put("line", statement.row().line())
                .put("fact", of == null ? 0 : of.template().index());
        json.put("record", entry.record().toString());
        json.set("entry", sealed.json(new Entry(statement.entryId(), entry.record(), entry.fact())));
        return json.toString();
    }

    @Override
    public void close() throws IOException {
        recorded.close();
        if (said != null) {
            said.close();
        }
    }
}
