package org.conductregister.command.imports.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * One fact that each row states. Immutable.
 *
 * @param index its place in the mapping, from 0
 * @param record the kind of record it goes on
 * @param when the text without which a row does not state it; null where each row does
 * @param id whose record it goes on, where that is not what the mapping's {@code ids} say; else null
 * @param fields by name, in the order of the mapping
 */
public record FactTemplate(
        int index,
        FactType type,
        RecordKind record,
        @Nullable Template when,
        @Nullable Template id,
        Map<String, FieldTemplate> fields) {

    /**
     * The value of one field: a text, or several in a list.
     *
     * @param texts one for a text
     */
    public record FieldTemplate(boolean list, List<Template> texts) {

        public FieldTemplate {
            texts = List.copyOf(texts);
        }

        public static FieldTemplate of(Template text) {
            return new FieldTemplate(false, List.of(text));
        }

        private FieldTemplate renamed(UnaryOperator<String> names) {
            return new FieldTemplate(
                    list, texts.stream().map(text -> text.renamed(names)).toList());
        }

        /** The columns named, each once, in order. */
        public Set<String> columns() {
            var columns = new LinkedHashSet<String>();
            texts.forEach(text -> columns.addAll(text.columns()));
            return columns;
        }
    }

    /** The same with other names of columns. */
    FactTemplate renamed(UnaryOperator<String> names) {
        var renamed = new LinkedHashMap<String, FieldTemplate>();
        fields.forEach((name, field) -> renamed.put(name, field.renamed(names)));
        return new FactTemplate(
                index,
                type,
                record,
                when == null ? null : when.renamed(names),
                id == null ? null : id.renamed(names),
                renamed);
    }

    /** The columns of which a field is made; none where the mapping does not state it. */
    public Set<String> columnsOf(String field) {
        var given = fields.get(field);
        return given == null ? Set.of() : given.columns();
    }

    /** All columns named, in order. */
    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        if (when != null) {
            columns.addAll(when.columns());
        }
        if (id != null) {
            columns.addAll(id.columns());
        }
        fields.values().forEach(field -> columns.addAll(field.columns()));
        return columns;
    }
}
