package org.conductregister.command.entries;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries that state just what they must, with some value of the right kind that no record has: to ask the rules with,
 * never to be logged.
 */
final class ExampleEntries {

    private final String unheardOf =
            UUID.randomUUID().toString().replace("-", "_").toUpperCase(Locale.ROOT);
    private final EntryReader reader = new EntryReader((list, code) -> true);
    private final RecordId record;
    private final LocalDate today;

    ExampleEntries(RecordId record, LocalDate today) {
        this.record = record;
        this.today = today;
    }

    /** @param stated the values that matter, by the field's name */
    Entry of(FactType type, Map<String, String> stated) {
        var json = FactJson.mapper().createObjectNode();
        json.put("type", type.name());
        for (var field : type.fields()) {
            if (stated.containsKey(field.name())) {
                json.put(field.name(), stated.get(field.name()));
            } else if (field.required() || isRequiredWith(json, field.condition())) {
                put(json, field);
            }
        }
        return reader.read(json, record, today);
    }

    private static boolean isRequiredWith(ObjectNode json, FactField.@Nullable Condition condition) {
        return condition != null && condition.required() && condition.holds(json);
    }

    private void put(ObjectNode json, FactField field) {
        switch (field.kind()) {
            case IDENTIFIER, CODE, TEXT -> json.put(field.name(), unheardOf);
            case CODES -> json.putArray(field.name()).add(unheardOf);
            case CHOICE -> json.put(field.name(), field.choices().getFirst());
            case DAY -> json.put(field.name(), today.toString());
            case NUMBER -> json.put(field.name(), 1);
            case YES_NO -> json.put(field.name(), true);
            case FACT ->
                json.putObject(field.name())
                        .put("type", "NoteAdded")
                        .put("occurredOn", today.toString())
                        .put("text", unheardOf);
        }
    }
}
