package org.conductregister.command.imports.mapping.rows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.facts.EntryId;
import tools.jackson.databind.JsonNode;

/** Identities of entries that were sent without one, made from what they say. */
public final class ContentIdentity {

    private ContentIdentity() {}

    /** However the line is written, as JSON or in a sheet, its fields in whatever order: the same entry has one identity. */
    public static Entry identified(Entry entry) {
        var content = FactJson.of(entry);
        content.remove(entry.dayAssumed() ? Set.of("entryId", "occurredOn") : Set.of("entryId"));
        var day = entry.dayAssumed() ? LocalDate.EPOCH : entry.fact().occurredOn();
        var id = EntryId.ofContent(day, FactJson.mapper().writeValueAsBytes((JsonNode) content));
        return new Entry(id, entry.record(), entry.fact(), entry.dayAssumed());
    }

    /** An identity that an entry has only within something, such as one import. */
    public static Entry within(String what, Entry entry) {
        var content = FactJson.of(entry);
        content.remove(Set.of("entryId", "occurredOn"));
        var id = EntryId.ofContent(LocalDate.EPOCH, (what + content).getBytes(StandardCharsets.UTF_8));
        return new Entry(id, entry.record(), entry.fact(), entry.dayAssumed());
    }

    /** The identity of the retraction with which an import as a whole takes back what it had recorded. */
    public static EntryId ofUndoing(EntryId undone) {
        return derived("undone ", undone);
    }

    /** The same entry, to be recorded once more after an import that had recorded it was undone. */
    public static Entry again(Entry entry) {
        return new Entry(derived("again ", entry.entryId()), entry.record(), entry.fact(), entry.dayAssumed());
    }

    private static EntryId derived(String how, EntryId from) {
        return EntryId.ofContent(LocalDate.EPOCH, (how + from).getBytes(StandardCharsets.UTF_8));
    }
}
