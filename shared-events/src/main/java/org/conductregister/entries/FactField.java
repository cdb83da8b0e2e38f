package org.conductregister.entries;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.conductregister.facts.OnlyWith;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.Confidential;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a kind of fact.
 *
 * @param required whether a fact of this kind must state it
 * @param kind its type in JSON and in forms
 * @param choices the words allowed, where {@code kind} is CHOICE; else empty
 * @param codeList the list its code or codes must be on, or null
 * @param confidential whether it may name or describe a person
 * @param isOfOfficer whether it is the number of an officer
 * @param condition where alone an optional field is stated; null where that does not depend on another field
 */
public record FactField(
        String name,
        boolean required,
        Kind kind,
        List<String> choices,
        @Nullable CodeList codeList,
        boolean confidential,
        @Nullable Condition condition,
        boolean isOfOfficer,
        FieldType type) {

    /**
     * The words of another field with which alone this one is stated.
     *
     * @param required whether it must be stated with them
     */
    public record Condition(String field, List<String> words, boolean required) {

        private static @Nullable Condition of(RecordComponent component) {
            var only = component.getAnnotation(OnlyWith.class);
            return only == null ? null : new Condition(only.field(), List.of(only.words()), only.required());
        }

        /** Whether the other field, in JSON, has one of the words. */
        public boolean holds(ObjectNode fact) {
            var word = fact.get(field);
            return word != null && word.isString() && words.contains(word.stringValue());
        }
    }

    /**
     * The form of a field in JSON: all strings but NUMBER, YES_NO, CODES and FACT, an object with a type and its
     * fields.
     */
    public enum Kind {
        IDENTIFIER,
        CODE,
        CODES,
        CHOICE,
        TEXT,
        DAY,
        NUMBER,
        YES_NO,
        FACT
    }

    static FactField of(RecordComponent component) {
        var type = FieldType.of(component.getType());
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new FactField(
                component.getName(),
                !optional,
                type.kind(),
                type.choices(),
                type.codeList(),
                Confidential.class.isAssignableFrom(component.getType()),
                Condition.of(component),
                component.getType() == OfficerId.class,
                type);
    }

    /** @throws IllegalArgumentException saying in words what is wrong with the value */
    Object read(JsonNode value) {
        return type.read(value);
    }
}
