package org.conductregister.command.imports.pages;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts an entry into the words of the pages. */
@Component
class FactWords {

    private final Words words;
    private final FieldWords fields;

    FactWords(Words words, FieldWords fields) {
        this.words = words;
        this.fields = fields;
    }

    /**
     * A fact in words.
     *
     * @param title its kind
     * @param record whose record it goes on
     * @param details what else it states, each with its label
     */
    record Told(String title, String record, List<String> details) {}

    /** Returns the words for an entry; none for null. */
    @Nullable
    Told told(@Nullable JsonNode entry) {
        if (entry == null || !entry.isObject()) {
            return null;
        }
        var type = FactType.named(entry.path("type").asString("")).orElse(null);
        if (type == null) {
            return new Told("", "", List.of(entry.toString()));
        }
        var details = new ArrayList<String>();
        for (var field : type.fields()) {
            var value = entry.get(field.name());
            if (value != null && !value.isNull() && isTold(field.name())) {
                details.add(fields.label(type, field.name()) + ": " + value(type, field.name(), value));
            }
        }
        return new Told(words.label(type.name()), record(entry), details);
    }

    /** Identifiers of entries say nothing to people. */
    private static boolean isTold(String field) {
        return !List.of("retracts", "redates", "corrects", "fact").contains(field);
    }

    private String value(FactType type, String name, JsonNode value) {
        var field = type.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return fields.value(field, value);
        } catch (RuntimeException unreadable) {
            return value.isString() ? value.stringValue() : value.toString();
        }
    }

    private static String record(JsonNode entry) {
        for (var kind : RecordKind.values()) {
            if (entry.hasNonNull(kind.idField()) && (kind != RecordKind.OFFICER || !entry.hasNonNull("caseId"))) {
                return kind.word() + " " + entry.get(kind.idField()).stringValue();
            }
        }
        return "";
    }

    /** Returns the differences between two entries of one kind, as "label: before → after". */
    List<String> changes(JsonNode before, JsonNode after) {
        var type = FactType.named(after.path("type").asString("")).orElse(null);
        var changes = new ArrayList<String>();
        if (type == null) {
            return changes;
        }
        for (var field : type.fields()) {
            var was = before.path(field.name());
            var is = after.path(field.name());
            if (!was.equals(is)) {
                changes.add("%s: %s → %s"
                        .formatted(
                                fields.label(type, field.name()),
                                was.isMissingNode() ? "nothing" : value(type, field.name(), was),
                                is.isMissingNode() ? "nothing" : value(type, field.name(), is)));
            }
        }
        return changes;
    }
}
