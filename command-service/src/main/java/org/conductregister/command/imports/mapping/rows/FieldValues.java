package org.conductregister.command.imports.mapping.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conductregister.command.imports.mapping.CodeMatcher;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactType;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The values of a sheet's cells as the mapping reads them: what is blank, and which of our codes theirs stand for. */
final class FieldValues {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    private static final Pattern BETWEEN_CODES = Pattern.compile(";");

    /** No free code has any of these in it, so that what is between two is one by itself. */
    private static final Pattern BETWEEN_FREE_CODES = Pattern.compile("[;,|\\n]");

    private final Mapping mapping;
    private final CodeMatcher codes;
    private final FieldWords words;

    FieldValues(Mapping mapping, CodeMatcher codes, FieldWords words) {
        this.mapping = mapping;
        this.codes = codes;
        this.words = words;
    }

    /**
     * A value of a column, with the code it stands for.
     *
     * @param code the value itself where no code is known for it
     */
    record Coded(String code, boolean known) {}

    /** Returns a cell as mapped; blank where it states nothing. */
    Cell of(String column, Cell cell) {
        var mapped = mapped(column, cell.text());
        return mapped != null ? Cell.of(mapped) : mapping.answers().isBlank(cell) ? Cell.blank() : cell;
    }

    private @Nullable String mapped(String column, String cell) {
        var ofColumn = mapping.values().get(column);
        return ofColumn == null || cell.isEmpty() ? null : ofColumn.of(cell);
    }

    /** The code that a text stands for; empty where it states nothing. */
    Optional<Coded> code(FactField field, Template text, Function<String, Cell> cellOf) {
        if (text.isConstant()) {
            return Optional.of(new Coded(text.toString(), true));
        }
        var column = text.onlyColumn();
        if (column != null) {
            return coded(field, column, cellOf.apply(column));
        }
        var filled = text.filled(name -> of(name, cellOf.apply(name)).text()).strip();
        boolean blank = text.columns().stream()
                .allMatch(name -> of(name, cellOf.apply(name)).isBlank());
        return blank ? Optional.empty() : Optional.of(matched(field, null, filled));
    }

    private Optional<Coded> coded(FactField field, String column, Cell cell) {
        var mapped = mapped(column, cell.text());
        if (mapped != null) {
            return mapped.isEmpty() ? Optional.empty() : Optional.of(matched(field, null, mapped));
        }
        return mapping.answers().isBlank(cell)
                ? blank(field, column)
                : Optional.of(matched(field, column, cell.text()));
    }

    /**
     * Returns the meaning of a blank cell: what the mapping says of blank ones, or of all others where the fact must
     * state it.
     */
    private Optional<Coded> blank(FactField field, String column) {
        var ofColumn = mapping.values().get(column);
        if (ofColumn == null) {
            return Optional.empty();
        }
        var said = ofColumn.of("");
        var code = said == null && field.required() ? ofColumn.allOthers() : said;
        return code == null || code.isEmpty() ? Optional.empty() : Optional.of(matched(field, null, code));
    }

    /** @param column whose rest may stand for one code; null where that is not asked */
    private Coded matched(FactField field, @Nullable String column, String value) {
        var code = field.codeList() == null && field.kind() != Kind.CHOICE ? spelt(value) : codes.match(field, value);
        if (code != null) {
            return new Coded(code, true);
        }
        var ofColumn = column == null ? null : mapping.values().get(column);
        var others = ofColumn == null ? null : ofColumn.allOthers();
        return others == null || others.isEmpty() ? new Coded(value, false) : matched(field, null, others);
    }

    /** A free code, such as a tag, as codes are spelt. */
    private static String spelt(String value) {
        return value.strip()
                .replaceAll("[^\\p{Alnum}]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.UK);
    }

    /** The codes of a list that is one text: the whole of it where that is one, else its parts between semicolons, of free codes also commas. */
    List<Coded> codes(FactField field, Template text, Function<String, Cell> cellOf) {
        var whole = code(field, text, cellOf);
        if (whole.isEmpty()) {
            return List.of();
        }
        var column = text.onlyColumn();
        var cell = column == null ? "" : cellOf.apply(column).text();
        var separators = field.codeList() == null ? BETWEEN_FREE_CODES : BETWEEN_CODES;
        if (!separators.matcher(cell).find() || (mapped(String.valueOf(column), cell) != null)) {
            return List.of(whole.get());
        }
        var coded = new ArrayList<Coded>();
        for (var part : separators.split(cell, -1)) {
            coded(field, String.valueOf(column), Cell.of(part)).ifPresent(coded::add);
        }
        return coded;
    }

    void put(ObjectNode json, FactField field, String value) {
        switch (field.kind()) {
            case NUMBER -> number(json, field.name(), value.replaceFirst("\\.0+$", ""));
            case YES_NO -> yesOrNo(json, field.name(), value);
            case TEXT, CODE, CODES, CHOICE, DAY, IDENTIFIER, FACT -> json.put(field.name(), value);
        }
    }

    private static void number(ObjectNode json, String name, String value) {
        if (value.matches("\\d{1,9}")) {
            json.put(name, Integer.parseInt(value));
        } else {
            json.put(name, value);
        }
    }

    private static void yesOrNo(ObjectNode json, String name, String value) {
        switch (value.toLowerCase(Locale.UK)) {
            case "yes", "y", "true", "1" -> json.put(name, true);
            case "no", "n", "false", "0" -> json.put(name, false);
            default -> json.put(name, value);
        }
    }

    /** Returns a sentence for whoever sent the sheet: the value stands for none of our codes. */
    String unknown(FactField field, @Nullable String column, String value) {
        var list = field.codeList();
        var called = words.label(field.name());
        var what = list == null
                ? "“%s” is none of the values of “%s”".formatted(value, called)
                : "“%s” is not on the list of %s".formatted(value, list.path());
        return column == null
                ? what + "."
                : "%s. Change what the columns mean, to say what the value of the column “%s” stands for%s."
                        .formatted(what, column, list == null ? "" : ", or have it added to the list");
    }

    String missing(FactType type, FactField field) {
        return "“%s” is blank, and must be stated.".formatted(words.label(type, field.name()));
    }

    /** Returns a sentence on a field that is stated wrongly, the codes in it in words. */
    String malformed(FactType type, String field, String detail) {
        var inWords = CODE.matcher(Words.withDaysInWords(detail))
                .replaceAll(code -> Matcher.quoteReplacement("“" + words.label(code.group()) + "”"));
        return "“%s” %s.".formatted(words.label(type, field), inWords);
    }
}
