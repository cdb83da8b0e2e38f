package org.conductregister.command.imports.drafts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.drafts.Columns.Column;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the choices where somebody says what the columns of a file mean. */
@Component
public class FieldChoices {

    private final ListedCodes codes;
    private final Words words;
    private final FieldWords fields;
    private final Today today;

    FieldChoices(ListedCodes codes, Words words, FieldWords fields, Today today) {
        this.today = today;
        this.codes = codes;
        this.words = words;
        this.fields = fields;
    }

    /**
     * A field that no column states.
     *
     * @param options where it is one of some; else empty
     */
    record Unstated(String name, String label, boolean required, String value, List<Option> options) {}

    public List<Option> types() {
        return FactType.logged().stream()
                .map(type -> new Option(type.name(), words.label(type.name())))
                .toList();
    }

    public List<Option> fields(@Nullable FactType type) {
        return MappingForm.fieldsFor(type).stream()
                .map(field -> new Option(field, fields.label(field)))
                .toList();
    }

    /**
     * Returns the faults of what was said of a file's columns, in the words of these choices, and the columns of which the days
     * are not certain. Reads the whole file.
     */
    public FormFaults faults(MappingForm said, List<Column> columns, Path csv) throws IOException {
        var faults = said.faults(columns, fields::label);
        UnsureDays.of(csv, columns, said, today.day())
                .forEach((column, sentence) -> faults.add(MappingForm.COLUMN + column.index(), sentence));
        return faults;
    }

    public List<Unstated> unstated(MappingForm said) {
        var record = said.unstatedRecord();
        var ofRecord = record == null
                ? Stream.<Unstated>empty()
                : Stream.of(new Unstated(record, fields.label(record), true, value(said, record), List.of()));
        return Stream.concat(ofRecord, said.unstated().stream().map(field -> unstated(field, said)))
                .toList();
    }

    private Unstated unstated(FactField field, MappingForm said) {
        return new Unstated(
                field.name(), fields.label(field.name()), field.required(), value(said, field.name()), options(field));
    }

    private static String value(MappingForm said, String field) {
        return said.constants().getOrDefault(field, "");
    }

    private List<Option> options(FactField field) {
        if (field.kind() == FactField.Kind.CODE && field.codeList() != null) {
            return codes.labels(field.codeList()).entrySet().stream()
                    .map(code -> new Option(code.getKey(), code.getValue()))
                    .toList();
        }
        return field.choices().stream()
                .map(choice -> new Option(choice, words.label(choice)))
                .toList();
    }
}
