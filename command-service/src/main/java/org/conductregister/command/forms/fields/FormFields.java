package org.conductregister.command.forms.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.command.forms.fields.FormField.Control;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Makes the fields of a form from what a kind of fact states: there is no other description of a form. */
@Component
public class FormFields {

    /** With more to choose from than this, a list is opened rather than shown. */
    private static final int MOST_RADIOS = 6;

    private static final Set<String> LONG_TEXTS = Set.of("note", "reason", "summary", "text");

    private static final String TAGS = "tags";

    private static final Set<String> FIXED_BY_THE_ADDRESS = Set.of("retracts", "redates", "corrects", "fact");

    private final ListedCodes codes;
    private final FieldWords fields;
    private final Words words;

    public FormFields(ListedCodes codes, FieldWords fields, Words words) {
        this.codes = codes;
        this.fields = fields;
        this.words = words;
    }

    /** In the order to be filled in: what the fact states, its day, then the note. */
    public List<FormField> of(FactType type) {
        return Stream.of(
                        type.fields().stream().filter(field -> !isDayOfFact(field) && !isNote(field)),
                        type.fields().stream().filter(field -> isDayOfFact(field) && !type.isCorrection()),
                        type.fields().stream().filter(FormFields::isNote))
                .flatMap(each -> each)
                .filter(field -> !isFixedByTheAddress(field))
                .map(field -> of(type, field))
                .toList();
    }

    /** Returns the fields of these names. */
    public List<FormField> of(FactType type, List<String> names) {
        var all = of(type);
        return names.stream()
                .map(name -> all.stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static boolean isFixedByTheAddress(FactField field) {
        return FIXED_BY_THE_ADDRESS.contains(field.name());
    }

    /** The day of a correction plays no part in any view; the register sets it. */
    private static boolean isDayOfFact(FactField field) {
        return field.name().equals("occurredOn") || field.name().equals("dayStatedAs");
    }

    private static boolean isNote(FactField field) {
        return field.name().equals("note");
    }

    private FormField of(FactType type, FactField field) {
        var options = options(field);
        return new FormField(
                field.name(),
                control(field, options),
                fields.label(type, field.name()),
                fields.hint(type, field.name()),
                field.required(),
                options,
                classes(field));
    }

    private static Control control(FactField field, List<Option> options) {
        return switch (field.kind()) {
            case DAY -> Control.DAY;
            case YES_NO -> Control.RADIOS;
            case CHOICE, CODE -> {
                if (options.isEmpty()) {
                    yield Control.TEXT;
                }
                yield field.required() && options.size() <= MOST_RADIOS ? Control.RADIOS : Control.SELECT;
            }
            case CODES ->
                field.name().equals(TAGS) ? Control.TAGS : options.isEmpty() ? Control.TEXT : Control.CHECKBOXES;
            case TEXT -> LONG_TEXTS.contains(field.name()) ? Control.LINES : Control.TEXT;
            case IDENTIFIER -> field.isOfOfficer() ? Control.OFFICER : Control.TEXT;
            case NUMBER, FACT -> Control.TEXT;
        };
    }

    private List<Option> options(FactField field) {
        if (field.kind() == FactField.Kind.YES_NO) {
            return List.of(new Option("true", "Yes"), new Option("false", "No"));
        }
        if (field.codeList() != null) {
            return ofList(field.codeList());
        }
        if (field.name().equals(TAGS)) {
            return ofList(CodeList.TAGS);
        }
        return field.choices().stream()
                .map(choice -> new Option(choice, words.label(choice)))
                .toList();
    }

    private List<Option> ofList(CodeList list) {
        var options = new ArrayList<Option>();
        codes.codes(list).forEach(code -> options.add(new Option(code.code(), code.label())));
        options.sort(Comparator.comparing(Option::text));
        return options;
    }

    private static String classes(FactField field) {
        return switch (field.kind()) {
            case NUMBER -> "govuk-input--width-3";
            case IDENTIFIER, CODE -> "govuk-input--width-20";
            case CODES, CHOICE, TEXT, DAY, YES_NO, FACT -> "";
        };
    }
}
