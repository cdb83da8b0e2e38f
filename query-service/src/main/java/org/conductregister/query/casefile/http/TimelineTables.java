package org.conductregister.query.casefile.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.answers.TimelineAnswer;
import org.conductregister.query.casefile.answers.TimelineAnswer.TimelineEntry;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.Heading;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The timeline of a record as a table: an entry a row, and a column for each field that any of them states. */
@Component
class TimelineTables {

    private static final List<Column> ENTRY = List.of(
            new Column("occurredOn", "Day", Kind.DAY),
            new Column("type", "Entry", Kind.TEXT),
            new Column("recordedAt", "Recorded at", Kind.INSTANT),
            new Column("recordedBy", "Recorded by", Kind.TEXT),
            new Column("position", "Position", Kind.WHOLE_NUMBER),
            new Column("entryId", "Identifier of the entry", Kind.TEXT),
            new Column("struckBy", "Struck by", Kind.TEXT),
            new Column("redatedTo", "Re-dated to", Kind.DAY),
            new Column("redatedBy", "Re-dated by", Kind.TEXT),
            new Column("correctedBy", "Corrected by", Kind.TEXT));

    private final Words words;

    TimelineTables(Words words) {
        this.words = words;
    }

    /** An answer that is a table too. */
    Tabular<TimelineAnswer> tabular(RecordKind kind, String id, TimelineAnswer answer) {
        return Tabular.of(answer, false, () -> table(kind, id, answer));
    }

    private DataTable table(RecordKind kind, String id, TimelineAnswer answer) {
        var stated = names(answer.entries(), TimelineEntry::data);
        var corrected = names(answer.entries(), TimelineEntry::correctedTo);
        var columns = new ArrayList<>(ENTRY);
        stated.forEach(name -> columns.add(new Column("data." + name, title(name), Kind.TEXT)));
        corrected.forEach(
                name -> columns.add(new Column("correctedTo." + name, title(name) + ", corrected", Kind.TEXT)));
        var rows = answer.entries().stream()
                .map(entry -> row(entry, stated, corrected))
                .toList();
        return DataTable.of(heading(kind, id, answer), columns, rows);
    }

    private static Set<String> names(List<TimelineEntry> entries, Function<TimelineEntry, @Nullable ObjectNode> part) {
        var names = new LinkedHashSet<String>();
        for (var entry : entries) {
            var fields = part.apply(entry);
            if (fields != null) {
                names.addAll(fields.propertyNames());
            }
        }
        return names;
    }

    private String title(String name) {
        return words.label(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    private List<@Nullable Object> row(TimelineEntry entry, Set<String> stated, Set<String> corrected) {
        var row = new ArrayList<@Nullable Object>();
        row.add(entry.occurredOn());
        row.add(new Coded(entry.type(), words.label(entry.type())));
        row.add(entry.recordedAt());
        row.add(entry.recordedBy());
        row.add(entry.position());
        row.add(entry.entryId().toString());
        row.add(text(entry.struckBy()));
        row.add(entry.redatedTo());
        row.add(text(entry.redatedBy()));
        row.add(text(entry.correctedBy()));
        stated.forEach(name -> row.add(value(entry.data(), name)));
        corrected.forEach(name -> row.add(value(entry.correctedTo(), name)));
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String value(@Nullable ObjectNode fields, String name) {
        var value = fields == null ? null : fields.get(name);
        if (value == null) {
            return null;
        }
        return value.isArray()
                ? value.valueStream().map(TimelineTables::text).collect(Collectors.joining("; "))
                : text(value);
    }

    /** Returns a value as text; a fact within a fact stays JSON. */
    private static String text(JsonNode value) {
        return value.isObject() || value.isArray() ? value.toString() : value.asString();
    }

    private Heading heading(RecordKind kind, String id, TimelineAnswer answer) {
        var title = "Entries of the %s %s".formatted(kind.word(), id);
        var sentence = "%s. As at %s, as known at %s."
                .formatted(title, words.day(answer.asAt()), words.moment(answer.knownAt()));
        var address = UriComponentsBuilder.fromPath("/api/v1/%ss/{id}/timeline".formatted(kind.word()))
                .queryParam("asAt", answer.asAt())
                .queryParam("knownAt", answer.knownAt())
                .buildAndExpand(id)
                .encode()
                .toString();
        var file = Stream.of(kind.word(), id, "timeline")
                .map(part -> part.replaceAll("[^A-Za-z0-9]+", "-"))
                .collect(Collectors.joining("-"));
        return new Heading(
                file,
                title,
                sentence,
                address,
                Map.of(
                        "Entries",
                        "All that were known then, struck ones too, in order of the day and, on one day, as recorded."));
    }
}
