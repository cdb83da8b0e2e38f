package org.conductregister.command.documents;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** The schemas of entries: one for each kind of fact, and the unions of those that go on one kind of record. */
@Component
final class FactSchemas {

    private static final String REF = "#/components/schemas/";

    private final FieldSchemas fields;
    private final Words words;

    FactSchemas(FieldSchemas fields, Words words) {
        this.fields = fields;
        this.words = words;
    }

    /** The name of the schema of an entry that goes on a kind of record: {@code CaseEntry}. */
    static String entryOn(RecordKind kind) {
        return capitalised(kind.word()) + "Entry";
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The name of the schema of one entry that goes on a kind of record, or an array of them. */
    static String entryOrEntriesOn(RecordKind kind) {
        return entryOn(kind) + "OrEntries";
    }

    private static Schema<?> oneOrSeveral(RecordKind kind) {
        String ref = REF + entryOn(kind);
        Schema<?> several = new ArraySchema()
                .items(new Schema<>().$ref(ref))
                .minItems(1)
                .description("All are recorded, or none; the rules are checked in order of the day.");
        Schema<?> either =
                new Schema<>().description("One entry, or an array of entries that are recorded all or not at all.");
        either.addOneOfItem(new Schema<>().$ref(ref));
        either.addOneOfItem(several);
        return either;
    }

    /** Adds all of them. */
    void addTo(Components components) {
        FactType.logged().forEach(type -> components.addSchemas(type.name(), schemaOf(type)));
        for (RecordKind kind : RecordKind.values()) {
            components.addSchemas(entryOrEntriesOn(kind), oneOrSeveral(kind));
            components.addSchemas(
                    entryOn(kind),
                    union(type -> type.records().contains(kind))
                            .description(
                                    "A fact that goes on the record of the %s in the address. The record's identifier may"
                                                    .formatted(kind.word())
                                            + " be left out, and must not be another's."));
        }
    }

    private static Schema<?> union(Predicate<FactType> of) {
        Discriminator byType = new Discriminator().propertyName("type");
        Schema<?> union = new Schema<>().discriminator(byType);
        FactType.logged().stream().filter(of).map(FactType::name).forEach(name -> {
            byType.mapping(name, REF + name);
            union.addOneOfItem(new Schema<>().$ref(REF + name));
        });
        return union;
    }

    private Schema<?> schemaOf(FactType type) {
        List<String> required = new ArrayList<>(List.of("type"));
        Schema<?> schema = new ObjectSchema().description(description(type)).additionalProperties(false);
        schema.addProperty("type", only(type));
        for (RecordKind kind : type.records()) {
            schema.addProperty(kind.idField(), recordId(kind, type));
        }
        schema.addProperty("entryId", entryId());
        for (FactField field : type.fields()) {
            schema.addProperty(field.name(), fields.of(type, field));
            if (field.required() && !(field.name().equals("occurredOn") && type.dayMayBeLeftOut())) {
                required.add(field.name());
            }
        }
        schema.setRequired(required);
        schema.setExample(FactExamples.of(type));
        return schema;
    }

    private String description(FactType type) {
        String records = type.records().stream()
                .map(kind -> (kind == RecordKind.OFFICER ? "an " : "a ") + kind.word())
                .collect(Collectors.joining(" or "));
        return "%s. It goes on the record of %s.".formatted(words.label(type.name()), records);
    }

    private static Schema<?> only(FactType type) {
        StringSchema only = new StringSchema();
        only.setEnum(List.of(type.name()));
        only.setDefault(type.name());
        return only.description("Which kind of fact it is.");
    }

    private static Schema<?> recordId(RecordKind kind, FactType type) {
        String others = type.records().size() > 1 ? " One record is named, no more." : "";
        return FieldSchemas.identifier()
                .description("The %s on whose record it goes; may be left out where the address says it.%s"
                        .formatted(kind.word(), others));
    }

    private static Schema<?> entryId() {
        return FieldSchemas.entryId()
                .description(
                        "Makes the call repeatable: the same entry sent again is recorded once. The register gives one"
                                + " where it is left out.");
    }
}
