package org.conductregister.command.imports.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.ValueChoices;
import org.conductregister.command.imports.profile.ProfileView;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactType;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fills the page on which a mapping is built. */
@Component
class BuilderView {

    private static final String COLUMN = "A column of the sheet";

    private final ListedCodes codes;
    private final Words words;
    private final FieldWords fields;

    BuilderView(ListedCodes codes, Words words, FieldWords fields) {
        this.codes = codes;
        this.words = words;
        this.fields = fields;
    }

    /** Options under a heading of their own. */
    record Group(String label, List<Option> options) {}

    /** One field of a fact. */
    record Field(String name, String label, boolean required, String value, List<Group> groups) {}

    /**
     * One fact of the mapping.
     *
     * @param rest what the page does not ask for, as JSON; it stays as it is
     * @param restSaid the same, to be read
     */
    record Fact(
            int index,
            String type,
            String title,
            String whenName,
            String when,
            List<Group> whenGroups,
            List<Field> fields,
            String restName,
            String rest,
            List<String> restSaid) {}

    /** One value of a column. */
    record Value(String name, String text, long rows, String matched, String chosen) {}

    /** The values of a column that stand for codes. */
    record Column(int index, String name, List<Value> values, String others, List<Option> codes) {}

    List<Option> forces() {
        return codes.labels(CodeList.FORCES).entrySet().stream()
                .map(force -> new Option(force.getKey(), force.getValue()))
                .toList();
    }

    List<Option> types() {
        return BuilderForm.types().stream()
                .map(type -> new Option(type.name(), words.label(type.name())))
                .toList();
    }

    /** The facts of a mapping, each with its fields. */
    List<Fact> facts(JsonNode mapping, List<String> columns) {
        var facts = new ArrayList<Fact>();
        for (var sent : mapping.path("facts")) {
            FactType.named(sent.path("type").asString(""))
                    .ifPresent(type -> facts.add(fact(facts.size(), type, sent, columns)));
        }
        return facts;
    }

    private Fact fact(int index, FactType type, JsonNode sent, List<String> columns) {
        var when = sent.path("when").asString("");
        var rest = BuilderForm.rest(type, sent);
        return new Fact(
                index,
                type.name(),
                words.label(type.name()),
                BuilderForm.whenOf(index),
                when,
                withValue(List.of(new Group(COLUMN, columns(columns))), when, when),
                BuilderForm.fieldsOf(type).stream()
                        .map(field -> field(index, type, field, sent, columns))
                        .toList(),
                BuilderForm.restOf(index),
                rest.toString(),
                rest.properties().stream()
                        .map(each -> fields.label(type, each.getKey()) + ": " + text(each.getValue()))
                        .toList());
    }

    private Field field(int index, FactType type, FactField field, JsonNode sent, List<String> columns) {
        var value = sent.path(field.name());
        var chosen = value.isArray() && value.size() != 1 ? value.toString() : text(value);
        return new Field(
                BuilderForm.fieldOf(index, field.name()),
                fields.label(type, field.name()),
                field.required(),
                chosen,
                withValue(groups(field, columns), chosen, text(value)));
    }

    /** A value of a mapping as people read it: the parts of a list parted by commas. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(part -> part.asString("")).collect(Collectors.joining(", "))
                : value.asString("");
    }

    private List<Group> groups(FactField field, List<String> columns) {
        var groups = new ArrayList<Group>();
        groups.add(new Group(COLUMN, columns(columns)));
        var same = same(field);
        if (!same.isEmpty()) {
            groups.add(new Group("The same in every row", same));
        }
        return groups;
    }

    /** With the value as it was among the options, where it is none of them: what the page cannot build it keeps. */
    private static List<Group> withValue(List<Group> groups, String value, String text) {
        boolean offered = groups.stream()
                .flatMap(group -> group.options().stream())
                .anyMatch(option -> option.value().equals(value));
        var kept = List.of(new Group("As it was", List.of(new Option(value, text))));
        return value.isEmpty() || offered
                ? groups
                : Stream.concat(groups.stream(), kept.stream()).toList();
    }

    static List<Option> columns(List<String> columns) {
        return columns.stream()
                .map(column -> new Option("{" + column + "}", column))
                .toList();
    }

    private List<Option> same(FactField field) {
        if (field.codeList() != null) {
            return codesOf(field);
        }
        if (field.kind() == Kind.YES_NO) {
            return List.of(new Option("true", "Yes"), new Option("false", "No"));
        }
        return field.choices().stream()
                .map(choice -> new Option(choice, words.label(choice)))
                .toList();
    }

    private List<Option> codesOf(FactField field) {
        var list = field.codeList();
        return list == null
                ? field.choices().stream()
                        .map(choice -> new Option(choice, words.label(choice)))
                        .toList()
                : codes.labels(list).entrySet().stream()
                        .map(code -> new Option(code.getKey(), code.getValue()))
                        .toList();
    }

    /** The columns whose values stand for codes, with those values; none while the mapping is not whole. */
    List<Column> values(Mapping mapping, ProfileView profile) {
        var columns = new ArrayList<Column>();
        var choices = new ValueChoices(mapping, codes, words);
        for (var column : profile.columns()) {
            var field = choices.fieldOf(column.name());
            if (field == null) {
                continue;
            }
            int index = columns.size();
            var values = new ArrayList<Value>();
            for (var value : column.values()) {
                var matched = choices.matched(column.name(), value.value());
                values.add(new Value(
                        BuilderForm.valueOf(index, values.size()),
                        value.value(),
                        value.count(),
                        matched == null ? "" : label(field, matched),
                        choices.chosen(column.name(), value.value())));
            }
            columns.add(new Column(index, column.name(), values, choices.chosen(column.name(), "*"), codesOf(field)));
        }
        return columns;
    }

    private String label(FactField field, String code) {
        return codesOf(field).stream()
                .filter(option -> option.value().equals(code))
                .map(Option::text)
                .findFirst()
                .orElse(code);
    }

    /** The mappings that fit the columns of a sheet. */
    static List<String> fitting(Map<String, Mapping> mappings, List<String> columns) {
        return mappings.entrySet().stream()
                .filter(each -> fits(each.getValue(), columns))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean fits(Mapping mapping, List<String> columns) {
        try {
            mapping.requireColumns(columns);
            return true;
        } catch (ColumnsMissingException missing) {
            return false;
        }
    }
}
