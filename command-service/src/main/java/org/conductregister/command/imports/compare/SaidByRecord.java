package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.function.LongPredicate;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.Row.SheetFact;
import org.conductregister.command.imports.rows.Statements;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.command.imports.scratch.Fingerprint;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.SealedFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The statements of this sheet and of earlier ones, sorted by the record that they are about. They are kept in scratch files, so
 * memory does not grow with them. For one thread.
 */
final class SaidByRecord implements Closeable {

    private static final long NOT_OURS = 0;
    private static final long OURS = 1;
    private static final int LOOK_EVERY = 1_000;

    private final ScratchTexts earlier;
    private final ScratchTexts now;
    private final LongTable ours;
    private final Mapping mapping;
    private final SealedFacts sealed;
    private long linesRead;

    /**
     * @param earlier an empty file for what earlier sheets said
     * @param now one for what this sheet says
     * @param ours an empty table for the entries with which comparisons have followed earlier sheets
     * @param mapping by which this sheet's rows are read
     * @param sealed opens the texts of what earlier sheets said
     */
    SaidByRecord(ScratchTexts earlier, ScratchTexts now, LongTable ours, Mapping mapping, SealedFacts sealed) {
        this.earlier = earlier;
        this.now = now;
        this.ours = ours;
        this.mapping = mapping;
        this.sealed = sealed;
    }

    /**
     * The differences of one record, not yet judged.
     *
     * @param openingUnreadable whether this sheet opens the record, and that row cannot be read
     * @param force whose the record is, as this sheet says; empty where it says nothing
     */
    record OfRecord(RecordId record, Difference difference, boolean openingUnreadable, String force) {}

    /**
     * Takes in what an earlier sheet said, or the corrections with which a comparison has followed it.
     *
     * @param goOn is told every so often how many lines are read of all earlier sheets, and says whether to go on
     * @return whether all were read
     */
    boolean addEarlier(BufferedReader lines, LongPredicate goOn) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var json = (ObjectNode) FactJson.mapper().readTree(line);
            var record = recordOf(json);
            if (json.hasNonNull("entry")) {
                json.set("entry", sealed.opened(record, json.get("entry")));
            }
            earlier.add(record, FactJson.mapper().writeValueAsBytes((JsonNode) json));
            if (json.hasNonNull("by")) {
                ours.put(Fingerprint.of(json.get("by").stringValue()), OURS, NOT_OURS);
            }
            if (++linesRead % LOOK_EVERY == 0 && !goOn.test(linesRead)) {
                return false;
            }
        }
        return true;
    }

    private static String recordOf(JsonNode said) {
        return said.hasNonNull("record")
                ? said.get("record").stringValue()
                : Statements.entry(said.get("entry")).record().toString();
    }

    /** Takes in what this sheet says. */
    void add(Row.Read read) {
        var of = requireNonNull(read.of());
        var json = FactJson.mapper().createObjectNode().put("line", read.line());
        json.put("force", of.force()).put("fact", of.template().index());
        json.set("entry", FactJson.of(read.entry()));
        now.add(read.entry().record().toString(), FactJson.mapper().writeValueAsBytes((JsonNode) json));
    }

    /** Takes in that this sheet says something of a record that cannot be read: what was said of it is not gone. */
    void add(Row.Refused not) {
        var record = record(not.sent());
        if (record != null) {
            var json = FactJson.mapper().createObjectNode();
            json.put("unreadable", Statement.subject(requireNonNull(not.sent())));
            now.add(record, FactJson.mapper().writeValueAsBytes((JsonNode) json));
        }
    }

    private static @Nullable String record(@Nullable JsonNode sent) {
        if (sent == null || !sent.isObject()) {
            return null;
        }
        for (var kind : RecordKind.values()) {
            if (sent.hasNonNull(kind.idField())) {
                return new RecordId(kind, sent.get(kind.idField()).stringValue()).toString();
            }
        }
        return null;
    }

    /** At least the number of records that this sheet or earlier ones speak of; those of both are counted twice. */
    long size() {
        return now.size() + earlier.size();
    }

    /** Takes the records one after the other. */
    interface Visitor {

        /**
         * Takes one.
         *
         * @param done how many of {@link #size} are behind
         * @return whether to go on
         */
        boolean visit(String record, long done) throws IOException;
    }

    /**
     * Visits the records of this sheet in its order, and then those that only earlier sheets speak of.
     *
     * @return whether all were visited
     */
    boolean visit(Visitor visitor) throws IOException {
        long done = 0;
        var ofSheet = now.keys();
        for (var key = ofSheet.next(); key != null; key = ofSheet.next()) {
            if (!visitor.visit(key, ++done)) {
                return false;
            }
        }
        var before = earlier.keys();
        for (var key = before.next(); key != null; key = before.next()) {
            done++;
            if (!now.has(key) && !visitor.visit(key, done)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this sheet or an earlier one speaks of a record. */
    boolean speaksOf(RecordId record) {
        return now.has(record.toString()) || earlier.has(record.toString());
    }

    /** Whether a comparison has logged an entry to follow an earlier sheet. */
    boolean isOurs(EntryId entryId) {
        return ours.get(Fingerprint.of(entryId.toString()), NOT_OURS) == OURS;
    }

    OfRecord of(String record) {
        var said = new Statements();
        var unreadable = new HashSet<String>();
        var seen = new HashSet<EntryId>();
        var force = "";
        for (var text : now.of(record)) {
            var json = FactJson.mapper().readTree(text);
            if (json.hasNonNull("unreadable")) {
                unreadable.add(json.get("unreadable").stringValue());
                continue;
            }
            force = json.get("force").stringValue();
            var statement = statement(json, force);
            if (seen.add(statement.entry().entryId())) {
                said.add(statement);
            }
        }
        var difference = Difference.between(Statements.folded(earlier.of(record)), said, unreadable);
        boolean openingUnreadable =
                unreadable.contains("CaseOpened") && said.of("CaseOpened").isEmpty();
        return new OfRecord(RecordId.parse(record), difference, openingUnreadable, force);
    }

    private Statement statement(JsonNode json, String force) {
        var template = mapping.facts().get(json.get("fact").intValue());
        return new Statement(
                json.get("line").longValue(),
                Statements.entry(json.get("entry")),
                new SheetFact(template, force, mapping));
    }

    @Override
    public void close() throws IOException {
        try (earlier;
                now) {
            ours.close();
        }
    }
}
