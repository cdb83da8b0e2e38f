package org.conductregister.command.imports.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.ContentIds;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.KeysUnusableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives identities to entries that were sent without one, made from what they say. Thread-safe. */
@Component
public final class ContentIdentity {

    static final String ERASED = "PERSONAL_DATA_ERASED";

    private static final Logger log = LoggerFactory.getLogger(ContentIdentity.class);

    private final DataKeys keys;
    private final Function<List<String>, List<Recorded>> recorded;

    @Autowired
    ContentIdentity(DataKeys keys, EventLog log) {
        this(keys, log::recorded);
    }

    /** @param recorded finds those of some identifiers that the log has */
    ContentIdentity(DataKeys keys, Function<List<String>, List<Recorded>> recorded) {
        this.keys = keys;
        this.recorded = recorded;
    }

    /**
     * Makes the keys that the entries of some rows take, all together, so that whoever records them finds them made. Where that fails
     * whoever records them finds it out, and says so.
     */
    void prepare(List<Row> rows) {
        var entries = new ArrayList<Entry>(rows.size());
        for (var row : rows) {
            if (row instanceof Row.Read read) {
                entries.add(read.entry());
            }
        }
        try {
            keys.prepare(entries);
        } catch (KeysUnusableException e) {
            log.debug("Keys are made once the entries are recorded", e);
        }
    }

    /**
     * Returns the rows with an identity for each entry that came without one. However a line is written, as JSON or in a sheet,
     * its fields in whatever order: the same entry has one identity. An entry with personal text of a record whose
     * personal data has been erased is refused, since a file that is sent again must not bring back what was erased.
     */
    public List<Row> identified(List<Row> rows) {
        return identified(rows, ContentIdentity::refused);
    }

    /**
     * Returns the rows with an identity for each entry that came without one, to be compared with what earlier files said. What is
     * said of a record whose personal data has been erased has an identity that nothing else has.
     */
    public List<Row> compared(List<Row> rows) {
        return identified(
                rows,
                row -> row.with(new Entry(
                        EntryId.random(),
                        row.entry().record(),
                        row.entry().fact(),
                        row.entry().dayAssumed())));
    }

    private List<Row> identified(List<Row> rows, Function<Row.Read, Row> erased) {
        var unidentified = new ArrayList<Entry>();
        for (var row : rows) {
            if (row instanceof Row.Read read && read.isIdentifiedByContent()) {
                unidentified.add(read.entry());
            }
        }
        if (unidentified.isEmpty()) {
            return rows;
        }
        var ids = keys.contentIds();
        keys.prepare(unidentified);
        var unkeyed = recordedUnkeyed(unidentified);
        return rows.stream()
                .map(row -> row instanceof Row.Read read && read.isIdentifiedByContent()
                        ? identified(read, ids, unkeyed, erased)
                        : row)
                .toList();
    }

    private static Row identified(Row.Read row, ContentIds ids, Set<EntryId> unkeyed, Function<Row.Read, Row> erased) {
        var entry = row.entry();
        var day = day(entry);
        var content = content(entry);
        var before = unkeyed.isEmpty() ? null : ContentIds.unkeyed(day, content);
        var id = before != null && unkeyed.contains(before) ? before : ids.of(entry, day, content);
        return id == null
                ? erased.apply(row)
                : row.with(new Entry(id, entry.record(), entry.fact(), entry.dayAssumed()));
    }

    private static Row refused(Row.Read row) {
        return new Row.Refused(
                row.line(),
                ERASED,
                "The personal data of the %s has been erased, and a file does not bring it back: leave out the texts and the name."
                        .formatted(row.entry().record().kind().word()),
                // The line is not kept: it holds what was erased
                null);
    }

    /** A register that had no keys at first has entries whose identifiers were made without one. */
    private Set<EntryId> recordedUnkeyed(List<Entry> entries) {
        var found = new HashSet<EntryId>();
        if (keys.hasUnkeyedIds()) {
            var ids = entries.stream()
                    .map(entry -> ContentIds.unkeyed(day(entry), content(entry)).toString())
                    .toList();
            recorded.apply(ids).stream().map(Recorded::entryId).map(EntryId::of).forEach(found::add);
        }
        return found;
    }

    private static LocalDate day(Entry entry) {
        return entry.dayAssumed() ? LocalDate.EPOCH : entry.fact().occurredOn();
    }

    private static byte[] content(Entry entry) {
        var content = FactJson.of(entry);
        content.remove(entry.dayAssumed() ? Set.of("entryId", "occurredOn") : Set.of("entryId"));
        return FactJson.mapper().writeValueAsBytes((JsonNode) content);
    }

    /** The identity of the correction or the retraction that an import proposes of an entry. */
    public static EntryId within(UUID importId, OfAnEntry correction) {
        return ContentIds.named(String.join(
                " ",
                "within",
                importId.toString(),
                FactType.of(correction).name(),
                correction.corrects().toString()));
    }

    /** The identity of the retraction with which an import as a whole takes back what it had recorded. */
    public static EntryId ofUndoing(EntryId undone) {
        return ContentIds.named("undone " + undone);
    }

    /** The same entry, to be recorded once more after an import that had recorded it was undone. */
    public static Entry again(Entry entry) {
        return new Entry(
                ContentIds.named("again " + entry.entryId()), entry.record(), entry.fact(), entry.dayAssumed());
    }
}
