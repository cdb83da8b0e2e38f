package org.conductregister.command.imports.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.AllegationFact;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The statements of sheets about one record, by subject: the kind of fact, and the allegation. Statements about the
 * same are those that may be corrections of one another.
 */
public final class Statements {

    private static final EntryReader READER = new EntryReader((list, code) -> true);

    private final Map<String, List<Statement>> bySubject = new LinkedHashMap<>();

    /**
     * One statement.
     *
     * @param line in the sheet that said it last
     * @param entry that says it in the register, or would
     * @param of where it comes from in the sheet; null of an earlier sheet
     */
    public record Statement(long line, Entry entry, Row.@Nullable SheetFact of) {

        Statement(long line, Entry entry) {
            this(line, entry, null);
        }

        public String subject() {
            return subject(entry.fact());
        }

        private static String subject(Fact fact) {
            var type = FactType.of(fact).name();
            return fact instanceof AllegationFact about ? type + " " + about.allegationId() : type;
        }

        public static String subject(JsonNode entry) {
            var type = entry.path("type").asString("");
            return entry.hasNonNull("allegationId")
                    ? type + " " + entry.get("allegationId").stringValue()
                    : type;
        }
    }

    /** The statements that a list of earlier sheets, in their order, leaves. */
    public static Statements folded(List<byte[]> lines) {
        var byEntry = new LinkedHashMap<EntryId, Statement>();
        for (var line : lines) {
            var json = FactJson.mapper().readTree(line);
            if (json.hasNonNull("gone")) {
                byEntry.remove(EntryId.of(json.get("gone").stringValue()));
            } else {
                var entry = entry(json.get("entry"));
                byEntry.put(entry.entryId(), new Statement(json.get("line").longValue(), entry));
            }
        }
        var statements = new Statements();
        byEntry.values().forEach(statements::add);
        return statements;
    }

    public static Entry entry(JsonNode json) {
        return READER.read(json, null, LocalDate.EPOCH);
    }

    public void add(Statement statement) {
        bySubject
                .computeIfAbsent(statement.subject(), first -> new ArrayList<>(1))
                .add(statement);
    }

    /** Returns the statements on one subject; none where nothing is said of it. */
    public List<Statement> of(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    public Iterable<String> subjects() {
        return bySubject.keySet();
    }
}
