package org.conductregister.command.documents;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.conductregister.web.pages.FieldWords;
import org.springframework.stereotype.Component;

/** The fields of facts as schemas: their form, their limits, and what they mean. */
@Component
final class FieldSchemas {

    private static final String IDENTIFIER = "^[A-Za-z0-9._-]{1,64}$";
    private static final String CODE = "^[A-Z0-9][A-Z0-9_]{0,63}$";
    private static final String NOT_BLANK = "\\S";
    private static final int MOST_MONTHS = 1200;

    private final FieldWords words;

    FieldSchemas(FieldWords words) {
        this.words = words;
    }

    /** The schema of one field of a fact, without an example. */
    Schema<?> of(FactType type, FactField field) {
        Class<?> java = javaTypeOf(type, field);
        Schema<?> schema = form(field, java);
        if (field.codeList() != null) {
            schema.addExtension("x-code-list", field.codeList().path());
        }
        return schema.description(description(type, field));
    }

    /** The identifier of a record. */
    static Schema<?> identifier() {
        return new StringSchema().pattern(IDENTIFIER);
    }

    static Schema<?> entryId() {
        return new StringSchema().format("uuid");
    }

    private static Schema<?> form(FactField field, Class<?> java) {
        return switch (field.kind()) {
            case IDENTIFIER -> java == EntryId.class ? entryId() : identifier();
            case CODE -> code();
            case CODES -> codes(java);
            case CHOICE -> choice(field);
            case TEXT -> new StringSchema().pattern(NOT_BLANK).minLength(1).maxLength(longest(java));
            case DAY -> new StringSchema().format("date");
            case NUMBER ->
                new IntegerSchema().format("int32").minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(MOST_MONTHS));
            case YES_NO -> new BooleanSchema();
            case FACT -> stated();
        };
    }

    private static Schema<?> code() {
        return new StringSchema().pattern(CODE);
    }

    private static Schema<?> codes(Class<?> java) {
        Schema<?> codes = new ArraySchema().items(code());
        if (java == Tags.class) {
            codes.setMaxItems(Tags.MOST);
        } else if (java == ForceCodes.class) {
            codes.setMinItems(1);
        }
        return codes;
    }

    /** Any fact, so its own fields are left open: those of the type's schema, without identity and record. */
    private static Schema<?> stated() {
        StringSchema types = new StringSchema();
        types.setEnum(FactType.logged().stream()
                .filter(type -> !type.isCorrection())
                .map(FactType::name)
                .toList());
        Schema<?> stated = new ObjectSchema()
                .addProperty("type", types.description("The kind of the entry that is corrected."))
                .addProperty("occurredOn", new StringSchema().format("date").description("The day it happened."))
                .additionalProperties(true);
        stated.setRequired(List.of("type", "occurredOn"));
        return stated;
    }

    private static Schema<?> choice(FactField field) {
        StringSchema choice = new StringSchema();
        choice.setEnum(field.choices());
        return choice;
    }

    private static int longest(Class<?> java) {
        if (java == Label.class) {
            return Label.LONGEST;
        }
        if (java == DayStatedAs.class) {
            return DayStatedAs.LONGEST;
        }
        if (java == Reference.class) {
            return Reference.LONGEST;
        }
        return java == PersonName.class ? PersonName.LONGEST : FreeText.LONGEST;
    }

    private String description(FactType type, FactField field) {
        StringJoiner sentences = new StringJoiner(" ");
        String label = words.label(type, field.name());
        sentences.add(label.endsWith("?") ? label : label + ".");
        String hint = words.hint(type, field.name());
        if (hint != null) {
            sentences.add(hint + ".");
        }
        if (field.codeList() != null) {
            sentences.add("A code on the list `%s`, see `/api/v1/code-lists`."
                    .formatted(field.codeList().path()));
        }
        String condition = FieldConditions.of(type, field);
        if (condition != null) {
            sentences.add(condition);
        }
        return sentences.toString();
    }

    private static Class<?> javaTypeOf(FactType type, FactField field) {
        for (RecordComponent component : type.javaType().getRecordComponents()) {
            if (component.getName().equals(field.name())) {
                return component.getType();
            }
        }
        throw new IllegalStateException("%s has no field %s".formatted(type, field.name()));
    }
}
