package org.conductregister.command.imports.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conductregister.command.imports.profile.Answers;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The meaning of one row of somebody's sheet: several facts, in order. It does not depend on a file. Immutable.
 *
 * @param force whose cases and people they are
 * @param answers how the sheet's cells are read
 * @param ids what makes the register's identifiers of the sheet's
 * @param values what the values of columns stand for, by column
 * @param json as it was sent; not to be changed
 */
public record Mapping(
        String force,
        Answers answers,
        Map<RecordKind, Template> ids,
        Map<String, ColumnValues> values,
        List<FactTemplate> facts,
        ObjectNode json) {

    public Mapping {
        ids = Map.copyOf(ids);
        values = Map.copyOf(values);
        facts = List.copyOf(facts);
    }

    /** The columns that facts and identifiers are made of. A row blank in all of them states nothing. */
    public Set<String> statingColumns() {
        var columns = new LinkedHashSet<String>();
        ids.values().forEach(id -> columns.addAll(id.columns()));
        facts.forEach(fact -> columns.addAll(fact.columns()));
        return columns;
    }

    /** All columns that it names, those of settings included. */
    public Set<String> columns() {
        var columns = statingColumns();
        columns.addAll(values.keySet());
        columns.addAll(answers.daysOf().keySet());
        return columns;
    }

    /**
     * Returns the same for one sheet: every column by the name that it has there, which may differ in capitals and blanks.
     *
     * @throws ColumnsMissingException where the sheet lacks one
     */
    public Mapping spelledAs(List<String> there) {
        var places = places(there);
        UnaryOperator<String> names = column -> there.get(requireNonNull(places.get(column), column));
        var renamedIds = new EnumMap<RecordKind, Template>(RecordKind.class);
        ids.forEach((kind, id) -> renamedIds.put(kind, id.renamed(names)));
        var renamedValues = new HashMap<String, ColumnValues>();
        values.forEach((column, ofColumn) -> renamedValues.put(names.apply(column), ofColumn));
        return new Mapping(
                force,
                answers.renamed(names),
                renamedIds,
                renamedValues,
                facts.stream().map(fact -> fact.renamed(names)).toList(),
                json);
    }

    /**
     * Checks that a sheet has all columns that are named.
     *
     * @throws ColumnsMissingException where it does not
     */
    public void requireColumns(List<String> there) {
        places(there);
    }

    /**
     * Returns the place of each named column among those of a sheet, from 0.
     *
     * @throws ColumnsMissingException where the sheet lacks one
     */
    public Map<String, Integer> places(List<String> there) {
        var folded = new HashMap<String, Integer>();
        for (int i = 0; i < there.size(); i++) {
            folded.putIfAbsent(ColumnValues.folded(there.get(i)), i);
        }
        var places = new HashMap<String, Integer>();
        var missing = new ArrayList<String>();
        for (var column : columns()) {
            int exact = there.indexOf(column);
            var place = exact >= 0 ? Integer.valueOf(exact) : folded.get(ColumnValues.folded(column));
            if (place == null) {
                missing.add(column);
            } else {
                places.put(column, place);
            }
        }
        if (!missing.isEmpty()) {
            throw new ColumnsMissingException(missing, there);
        }
        return places;
    }

    /** The first column of which a field of a fact is made; null where it is made of none. */
    public @Nullable String columnOf(FactTemplate template, String field) {
        var columns = template.fields().containsKey(field) ? template.columnsOf(field) : columnsOfId(template, field);
        return columns.isEmpty() ? null : columns.iterator().next();
    }

    /** The columns of an identifier that the mapping makes; none where the field is none. */
    private Set<String> columnsOfId(FactTemplate template, String field) {
        for (var kind : RecordKind.values()) {
            if (kind.idField().equals(field)) {
                var id = template.id() != null && template.record() == kind ? template.id() : ids.get(kind);
                return id == null ? Set.of() : id.columns();
            }
        }
        return Set.of();
    }

    /** The columns whose cells are days. */
    public Set<String> dayColumns() {
        return columnsOf(Kind.DAY);
    }

    /** The columns of which identifiers are made. */
    public Set<String> identifierColumns() {
        var columns = columnsOf(Kind.IDENTIFIER);
        ids.values().forEach(id -> columns.addAll(id.columns()));
        return columns;
    }

    private Set<String> columnsOf(Kind kind) {
        return facts.stream()
                .flatMap(fact -> fact.type().fields().stream()
                        .filter(field -> field.kind() == kind)
                        .flatMap(field -> fact.columnsOf(field.name()).stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
