package org.conductregister.command.imports.mapping.rows;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.mapping.CodeMatcher;
import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.command.imports.mapping.FactTemplate.FieldTemplate;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.command.imports.mapping.rows.CellReader.NotUnderstood;
import org.conductregister.command.imports.mapping.rows.CellReader.Understood;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of each row of one sheet the facts that a {@link Mapping} says it states. It remembers of which of the sheet's
 * numbers each identifier was made, so it is asked for the rows in their order, once, by one thread.
 */
public final class RowMapper {

    private static final String ALLEGATION = "allegationId";

    private final Mapping mapping;
    private final CellReader cells;
    private final LocalDate today;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> stating;
    private final FieldValues values;
    private final Identifiers identifiers;
    private final EntryReader reader;

    /**
     * A mapper for one sheet.
     *
     * @param columns the names of the sheet's columns, in their order
     * @param orders of the days in columns, where one is known
     * @param made remembers of what the identifiers of this sheet are made
     * @throws org.conductregister.command.imports.mapping.ColumnsMissingException where the mapping names columns that the sheet does not have
     */
    public RowMapper(
            Mapping mapping,
            List<String> columns,
            Map<String, DayOrder> orders,
            LocalDate today,
            Fingerprints made,
            ListedCodes codes,
            Words words,
            FieldWords fields) {
        this.mapping = mapping;
        this.cells = new CellReader(mapping.answers(), orders, today);
        this.today = today;
        this.places.putAll(mapping.places(columns));
        this.stating = mapping.statingColumns();
        this.values = new FieldValues(mapping, new CodeMatcher(codes, words), fields);
        this.identifiers = new Identifiers(cells, made);
        this.reader = new EntryReader(codes);
    }

    /** Returns the facts that a readable row states. */
    public MappedRow map(SheetRow row) {
        if (stating.stream().allMatch(column -> mapping.answers().isBlank(cell(row, column)))) {
            return new MappedRow(mapping.force(), List.of(), 0, true);
        }
        var facts = new ArrayList<Stated>(mapping.facts().size());
        int leftOut = 0;
        var force = mapping.force();
        var unstated = new HashSet<FieldTemplate>();
        for (var template : mapping.facts()) {
            boolean isStated = isStated(template, row);
            if (!isStated && template.type().javaType().equals(AllegationReported.class)) {
                unstated.add(requireNonNull(template.fields().get(ALLEGATION)));
            }
            var stated = isStated && !isAboutOne(unstated, template, row) ? new Reading(template, row).stated() : null;
            if (stated == null) {
                leftOut++;
                continue;
            }
            facts.add(stated);
            if (template.record() == RecordKind.CASE && stated.json().hasNonNull("force")) {
                force = stated.json().get("force").stringValue();
            }
        }
        return new MappedRow(force, facts, leftOut, false);
    }

    private boolean isStated(FactTemplate template, SheetRow row) {
        var when = template.when();
        return when == null || when.columns().stream().anyMatch(column -> states(column, row));
    }

    /** Whether a fact is about an allegation that the row does not state, and gives no number for it. */
    private boolean isAboutOne(Set<FieldTemplate> unstated, FactTemplate template, SheetRow row) {
        var about = template.fields().get(ALLEGATION);
        return about != null
                && unstated.contains(about)
                && about.columns().stream().noneMatch(column -> states(column, row));
    }

    private boolean states(String column, SheetRow row) {
        return !values.of(column, cell(row, column)).isBlank();
    }

    private Cell cell(SheetRow row, String column) {
        return row.cell(requireNonNull(places.get(column), column));
    }

    /** One fact of one row. The first fault is the one named. */
    private final class Reading {

        private final FactTemplate template;
        private final SheetRow row;
        private final ObjectNode json = FactJson.mapper().createObjectNode();
        private @Nullable RecordId record;
        private @Nullable String faultColumn;
        private @Nullable String faultCode;
        private @Nullable String faultDetail;

        Reading(FactTemplate template, SheetRow row) {
            this.template = template;
            this.row = row;
            json.put("type", template.type().name());
        }

        /** Null where the row does not state it, because it says of nobody whose record it would go on. */
        @Nullable
        Stated stated() {
            var id = template.id() == null ? mapping.ids().get(template.record()) : template.id();
            var identified = id == null ? null : identifier(template.record().word(), id);
            if (identified == null && faultCode == null) {
                if (template.record() == RecordKind.OFFICER) {
                    return null;
                }
                fault(
                        first(id == null ? Set.of() : id.columns()),
                        "FIELD_MISSING",
                        "The row does not say whose record it goes on: the number of the %s is blank."
                                .formatted(template.record().word()));
            }
            if (identified != null) {
                json.put(template.record().idField(), identified);
                record = new RecordId(template.record(), identified);
            }
            for (var field : template.type().fields()) {
                read(field);
            }
            if (faultCode == null && saysOnlyWho() && !json.has("officerId")) {
                return null;
            }
            return faultCode == null ? entry() : unreadable();
        }

        /** Whether the fact says nothing where it is blank who the officer is. */
        private boolean saysOnlyWho() {
            return template.type().fields().stream()
                    .anyMatch(field -> field.name().equals("officerId") && field.required());
        }

        private void read(FactField field) {
            var given = template.fields().get(field.name());
            if (given != null) {
                value(field, given);
            } else if (field.name().equals("force") && field.required()) {
                json.put("force", mapping.force());
            } else if (field.name().equals("officerId") && mapping.ids().containsKey(RecordKind.OFFICER)) {
                var officer = identifier("officer", mapping.ids().get(RecordKind.OFFICER));
                if (officer != null) {
                    json.put("officerId", officer);
                }
            }
        }

        private void value(FactField field, FieldTemplate given) {
            if (given.list()) {
                var array = json.putArray(field.name());
                given.texts().forEach(text -> codes(field, text).forEach(array::add));
                return;
            }
            var text = given.texts().getFirst();
            switch (field.kind()) {
                case DAY -> day(field, text);
                case IDENTIFIER -> {
                    var made = identifier(scope(field), text);
                    if (made != null) {
                        json.put(field.name(), made);
                    } else {
                        requireStated(field, text);
                    }
                }
                case CODES -> {
                    var codes = codes(field, text);
                    if (!codes.isEmpty()) {
                        codes.forEach(json.putArray(field.name())::add);
                    }
                }
                case CODE, CHOICE -> code(field, text);
                case NUMBER, YES_NO, TEXT, FACT -> text(field, text);
            }
        }

        /** Within what an identifier must not be made of two numbers. */
        private String scope(FactField field) {
            return switch (field.name()) {
                case "officerId" -> "officer";
                case "duplicateOf" -> template.record().word();
                default -> field.name() + " of " + record;
            };
        }

        private @Nullable String identifier(String scope, Template text) {
            return switch (identifiers.of(scope, text, column -> values.of(column, cell(column)))) {
                case Identifiers.Made made -> made.id();
                case Identifiers.Blank blank -> null;
                case Identifiers.Wrong wrong -> {
                    fault(wrong.column(), wrong.code(), wrong.detail());
                    yield null;
                }
            };
        }

        private void day(FactField field, Template text) {
            var column = text.onlyColumn();
            if (text.isConstant()) {
                json.put(field.name(), text.toString());
                return;
            }
            var cell = column == null ? Cell.of(filled(text)) : values.of(column, cell(column));
            if (cell.isBlank()) {
                requireStated(field, text);
                return;
            }
            switch (cells.day(column == null ? text.columns().iterator().next() : column, cell)) {
                case Understood<LocalDate> read -> {
                    json.put(field.name(), read.value().toString());
                    boolean told = template.type().fields().stream()
                            .anyMatch(each -> each.name().equals("dayStatedAs"));
                    if (read.statedAs() != null && field.name().equals("occurredOn") && told) {
                        json.put("dayStatedAs", read.statedAs());
                    }
                }
                case NotUnderstood<LocalDate> not -> fault(first(text.columns()), not.code(), not.detail());
            }
        }

        private void code(FactField field, Template text) {
            var read = values.code(field, text, column -> cell(column));
            if (read.isEmpty()) {
                requireStated(field, text);
            } else if (read.get().known()) {
                json.put(field.name(), read.get().code());
            } else {
                unknown(field, text, read.get().code());
            }
        }

        private List<String> codes(FactField field, Template text) {
            var codes = new ArrayList<String>();
            for (var read : values.codes(field, text, column -> cell(column))) {
                if (read.known()) {
                    codes.add(read.code());
                } else {
                    unknown(field, text, read.code());
                }
            }
            return codes;
        }

        private void unknown(FactField field, Template text, String value) {
            fault(first(text.columns()), "CODE_UNKNOWN", values.unknown(field, first(text.columns()), value));
        }

        private void text(FactField field, Template text) {
            var filled = filled(text);
            if (filled.isEmpty()) {
                requireStated(field, text);
                return;
            }
            if (field.name().equals("reference")) {
                var column = first(text.columns());
                switch (cells.identifier(reference(text, filled))) {
                    case Understood<String> read -> json.put(field.name(), read.value());
                    case NotUnderstood<String> not -> fault(column, not.code(), not.detail());
                }
                return;
            }
            values.put(json, field, filled);
        }

        /** A number that a workbook keeps as such is read as such. */
        private Cell reference(Template text, String filled) {
            var column = text.onlyColumn();
            return column == null ? Cell.of(filled) : values.of(column, cell(column));
        }

        /** The text; empty where it has columns and all of them are blank. */
        private String filled(Template text) {
            boolean blank = !text.isConstant()
                    && text.columns().stream()
                            .allMatch(column -> values.of(column, cell(column)).isBlank());
            return blank
                    ? ""
                    : text.filled(column -> values.of(column, cell(column)).text())
                            .strip();
        }

        private void requireStated(FactField field, Template text) {
            boolean leftOut = field.name().equals("officerId")
                    || (field.name().equals("occurredOn") && template.type().dayMayBeLeftOut());
            if (field.required() && !leftOut) {
                fault(first(text.columns()), "FIELD_MISSING", values.missing(template.type(), field));
            }
        }

        /** The cell of a column. One that is a formula without a result is a fault, whatever it is used for. */
        private Cell cell(String column) {
            var cell = RowMapper.this.cell(row, column);
            if (cell instanceof Cell.Formula formula) {
                fault(
                        column,
                        "FORMULA_WITHOUT_RESULT",
                        ("“%s” is a formula, and the file was saved without its result. Open the file in Excel or LibreOffice, save it"
                                        + " there, and send that.")
                                .formatted(formula.text()));
            }
            return cell;
        }

        private void fault(@Nullable String column, String code, String detail) {
            if (faultCode == null) {
                faultColumn = column;
                faultCode = code;
                faultDetail = detail;
            }
        }

        private Stated entry() {
            try {
                return new Stated.Read(template, reader.read(json, null, today), json);
            } catch (MalformedEntryException e) {
                var first = e.faults().getFirst();
                var name = first.pointer().substring(1).replaceFirst("/.*", "");
                fault(columnOf(name), first.code().name(), values.malformed(template.type(), name, first.detail()));
                return unreadable();
            }
        }

        private Stated unreadable() {
            return new Stated.Unreadable(
                    template, json, record, faultColumn, requireNonNull(faultCode), requireNonNull(faultDetail));
        }

        private @Nullable String columnOf(String field) {
            return RowMapper.this.columnOf(template, field);
        }
    }

    /** The fact of the mapping at a place, from 0. */
    public FactTemplate template(int index) {
        return mapping.facts().get(index);
    }

    /** The first column of which a field of a fact is made; null where it is made of none. */
    public @Nullable String columnOf(FactTemplate template, String field) {
        if (template.fields().containsKey(field)) {
            return first(template.columnsOf(field));
        }
        for (var kind : RecordKind.values()) {
            if (kind.idField().equals(field)) {
                var id = template.id() != null && template.record() == kind
                        ? template.id()
                        : mapping.ids().get(kind);
                return id == null ? null : first(id.columns());
            }
        }
        return null;
    }

    private static @Nullable String first(Set<String> columns) {
        return columns.isEmpty() ? null : columns.iterator().next();
    }
}
