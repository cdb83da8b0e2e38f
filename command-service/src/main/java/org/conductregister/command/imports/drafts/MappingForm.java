package org.conductregister.command.imports.drafts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.conductregister.command.imports.drafts.Columns.Column;
import org.conductregister.command.imports.rows.ColumnFields;
import org.conductregister.command.imports.rows.FieldCells;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The meaning of the columns of a file as somebody has said it so far.
 *
 * @param type the kind of fact that every row states; null where a column says so
 * @param fields of each column, in their order; {@link ColumnFields#LEFT_OUT} for one that is left out
 * @param constants what was typed for fields that no column states
 */
public record MappingForm(@Nullable FactType type, List<String> fields, Map<String, String> constants) {

    static final String COLUMN = "column-";
    private static final String CONSTANT = "constant-";

    /** Before anything was said: as the names of the columns suggest. */
    public static MappingForm guessed(List<Column> columns) {
        return new MappingForm(null, guess(columns, null), Map.of());
    }

    /** Where the kind of fact was changed, what the columns state is guessed again as far as it no longer fits. */
    public static MappingForm sent(List<Column> columns, MultiValueMap<String, String> form) {
        var type = FactType.named(Objects.requireNonNullElse(form.getFirst("type"), ""))
                .orElse(null);
        var before = Objects.requireNonNullElse(form.getFirst("shownType"), "");
        boolean changed = !before.equals(type == null ? "" : type.name());
        var possible = fieldsFor(type);
        var guesses = guess(columns, type);
        var fields = new ArrayList<String>(columns.size());
        for (var column : columns) {
            var said = form.getFirst(COLUMN + column.index());
            boolean stands = said != null && possible.contains(said);
            fields.add(stands ? said : changed ? guesses.get(column.index()) : ColumnFields.LEFT_OUT);
        }
        return new MappingForm(type, fields, constantsIn(form, possible, fields));
    }

    private static Map<String, String> constantsIn(
            MultiValueMap<String, String> form, List<String> possible, List<String> stated) {
        var constants = new LinkedHashMap<String, String>();
        for (var field : possible) {
            var said = form.getFirst(CONSTANT + field);
            if (said != null && !said.isBlank() && !stated.contains(field)) {
                constants.put(field, said.strip());
            }
        }
        return constants;
    }

    private static List<String> guess(List<Column> columns, @Nullable FactType type) {
        var taken = new HashSet<String>();
        var possible = fieldsFor(type);
        return columns.stream()
                .map(column -> Guess.fieldOf(column.name(), possible))
                .map(field ->
                        FieldCells.kindOf(field) == Kind.CODES || taken.add(field) ? field : ColumnFields.LEFT_OUT)
                .toList();
    }

    /** Returns the fields that a column can state: those of one kind of fact, else of any. */
    static List<String> fieldsFor(@Nullable FactType type) {
        var names = new ArrayList<String>();
        if (type == null) {
            names.add("type");
        }
        var types = type == null ? FactType.logged() : List.of(type);
        for (var kind : RecordKind.values()) {
            if (types.stream().anyMatch(each -> each.records().contains(kind))) {
                names.add(kind.idField());
            }
        }
        types.stream()
                .flatMap(each -> each.fields().stream().map(FactField::name))
                .forEach(names::add);
        names.add("entryId");
        return names.stream().distinct().toList();
    }

    public boolean aColumnSaysTheType() {
        return fields.contains("type");
    }

    /** The fields that no column states, and could be the same for every row. Only where the kind of fact is one. */
    List<FactField> unstated() {
        return type == null
                ? List.of()
                : type.fields().stream()
                        .filter(field -> !fields.contains(field.name()))
                        .toList();
    }

    /** The field that says whose record the rows go on, where no column does and it could be the same for all. */
    @Nullable
    String unstatedRecord() {
        if (type == null || type.records().size() > 1) {
            return null;
        }
        var field = type.records().iterator().next().idField();
        return fields.contains(field) ? null : field;
    }

    public ColumnFields mapping() {
        var all = new LinkedHashMap<>(constants);
        if (type != null) {
            all.put("type", type.name());
        }
        return new ColumnFields(fields, all);
    }

    /** @param labels what fields are called on the page */
    FormFaults faults(List<Column> columns, UnaryOperator<String> labels) {
        var faults = FormFaults.none();
        if (type == null && !aColumnSaysTheType()) {
            faults.add("type", "Choose what each row says, or the column that says it");
        }
        var seen = new LinkedHashMap<String, Column>();
        for (var column : columns) {
            var field = fields.get(column.index());
            if (field.equals(ColumnFields.LEFT_OUT) || FieldCells.kindOf(field) == Kind.CODES) {
                continue;
            }
            var other = seen.putIfAbsent(field, column);
            if (other != null) {
                faults.add(
                        COLUMN + column.index(),
                        "“%s” and “%s” cannot both be the same field; leave one of them out"
                                .formatted(other.name(), column.name()));
            }
        }
        var record = unstatedRecord();
        if (record != null && !constants.containsKey(record)) {
            faults.add(CONSTANT + record, "Say whose record the rows go on: choose a column, or enter it here");
        }
        for (var field : unstated()) {
            boolean dayMayBeLeftOut = type != null && type.dayMayBeLeftOut();
            boolean needed = field.required() && !(field.name().equals("occurredOn") && dayMayBeLeftOut);
            if (needed && !constants.containsKey(field.name())) {
                faults.add(
                        CONSTANT + field.name(),
                        "No column says “%s”, which each row needs: choose one, or enter it here for all rows"
                                .formatted(labels.apply(field.name())));
            }
        }
        return faults;
    }
}
