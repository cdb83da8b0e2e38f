package org.conductregister.command.imports.mapping.rows;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.command.imports.mapping.FactTemplate.FieldTemplate;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.command.imports.mapping.rows.CellReader.NotUnderstood;
import org.conductregister.command.imports.mapping.rows.CellReader.Understood;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The reading of one fact that one row states. The first fault is the one named. */
final class FactReading {

    /** The readers of the cells of one sheet. */
    record Readers(
            Mapping mapping,
            CellReader cells,
            FieldValues values,
            Identifiers identifiers,
            EntryReader entries,
            LocalDate today) {}

    private final FactTemplate template;
    private final Readers with;
    private final Function<String, Cell> row;
    private final ObjectNode json = FactJson.mapper().createObjectNode();
    private @Nullable RecordId record;
    private @Nullable String faultColumn;
    private @Nullable String faultCode;
    private @Nullable String faultDetail;

    /** @param row the cells of a row, by their columns */
    FactReading(Readers with, FactTemplate template, Function<String, Cell> row) {
        this.with = with;
        this.template = template;
        this.row = row;
        json.put("type", template.type().name());
    }

    /** Null where the row does not state it, because it says of nobody whose record it would go on. */
    @Nullable
    Stated stated() {
        var id = template.id() == null ? with.mapping().ids().get(template.record()) : template.id();
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
            json.put("force", with.mapping().force());
        } else if (field.name().equals("officerId") && with.mapping().ids().containsKey(RecordKind.OFFICER)) {
            var officer = identifier(Identifiers.PERSON, with.mapping().ids().get(RecordKind.OFFICER));
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
            case "officerId" -> Identifiers.PERSON;
            case "duplicateOf" -> template.record().word();
            default -> field.name() + " of " + record;
        };
    }

    private @Nullable String identifier(String scope, Template text) {
        return switch (with.identifiers()
                .of(scope, text, column -> with.values().of(column, cell(column)))) {
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
        var cell = column == null ? Cell.of(filled(text)) : with.values().of(column, cell(column));
        if (cell.isBlank()) {
            requireStated(field, text);
            return;
        }
        switch (with.cells().day(column == null ? text.columns().iterator().next() : column, cell)) {
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
        var read = with.values().code(field, text, column -> cell(column));
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
        for (var read : with.values().codes(field, text, column -> cell(column))) {
            if (read.known()) {
                codes.add(read.code());
            } else {
                unknown(field, text, read.code());
            }
        }
        return codes;
    }

    private void unknown(FactField field, Template text, String value) {
        fault(first(text.columns()), "CODE_UNKNOWN", with.values().unknown(field, first(text.columns()), value));
    }

    private void text(FactField field, Template text) {
        var filled = filled(text);
        if (filled.isEmpty()) {
            requireStated(field, text);
            return;
        }
        if (field.name().equals("reference")) {
            var column = first(text.columns());
            switch (with.cells().identifier(text.onlyColumn(), reference(text, filled), false)) {
                case Understood<String> read -> json.put(field.name(), read.value());
                case NotUnderstood<String> not -> fault(column, not.code(), not.detail());
            }
            return;
        }
        with.values().put(json, field, filled);
    }

    /** A number that a workbook keeps as such is read as such. */
    private Cell reference(Template text, String filled) {
        var column = text.onlyColumn();
        return column == null ? Cell.of(filled) : with.values().of(column, cell(column));
    }

    /** The text; empty where it has columns and all of them are blank. */
    private String filled(Template text) {
        boolean blank = !text.isConstant()
                && text.columns().stream()
                        .allMatch(
                                column -> with.values().of(column, cell(column)).isBlank());
        return blank
                ? ""
                : text.filled(column -> with.values().of(column, cell(column)).text())
                        .strip();
    }

    private void requireStated(FactField field, Template text) {
        boolean leftOut = field.name().equals("officerId")
                || (field.name().equals("occurredOn") && template.type().dayMayBeLeftOut());
        if (field.required() && !leftOut) {
            fault(first(text.columns()), "FIELD_MISSING", with.values().missing(template.type(), field));
        }
    }

    /** The cell of a column. One that is a formula without a result is a fault, whatever it is used for. */
    private Cell cell(String column) {
        var cell = row.apply(column);
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
            return new Stated.Read(template, with.entries().read(json, null, with.today()), json);
        } catch (MalformedEntryException e) {
            var first = e.faults().getFirst();
            var name = first.pointer().substring(1).replaceFirst("/.*", "");
            fault(
                    with.mapping().columnOf(template, name),
                    first.code().name(),
                    with.values().malformed(template.type(), name, first.detail()));
            return unreadable();
        }
    }

    private Stated unreadable() {
        return new Stated.Unreadable(
                template, json, record, faultColumn, requireNonNull(faultCode), requireNonNull(faultDetail));
    }

    private static @Nullable String first(Set<String> columns) {
        return columns.isEmpty() ? null : columns.iterator().next();
    }
}
