package org.conductregister.command.imports.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.profile.ColumnUse;
import org.conductregister.command.imports.profile.ColumnUse.As;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.Words;

/** The uses that a mapping makes of each column, so that no more is asked about its values than matters. */
public final class ColumnUses {

    private final Mapping mapping;
    private final CodeMatcher codes;
    private final Map<String, Set<As>> uses = new LinkedHashMap<>();
    private final Map<String, List<FactField>> coded = new LinkedHashMap<>();

    private ColumnUses(Mapping mapping, CodeMatcher codes) {
        this.mapping = mapping;
        this.codes = codes;
    }

    /** The uses of all columns that facts and identifiers are made of. */
    public static List<ColumnUse> of(Mapping mapping, ListedCodes codes, Words words) {
        var uses = new ColumnUses(mapping, new CodeMatcher(codes, words));
        mapping.ids().values().forEach(id -> uses.add(id.columns(), As.IDENTIFIER));
        var person = mapping.ids().get(RecordKind.OFFICER);
        if (person != null) {
            uses.add(person.columns(), As.PERSON);
        }
        mapping.facts().forEach(uses::add);
        return uses.uses.entrySet().stream()
                .map(use -> new ColumnUse(use.getKey(), use.getValue(), value -> uses.means(use.getKey(), value)))
                .toList();
    }

    private void add(FactTemplate fact) {
        if (fact.id() != null) {
            add(fact.id().columns(), As.IDENTIFIER);
            if (fact.record() == RecordKind.OFFICER) {
                add(fact.id().columns(), As.PERSON);
            }
        }
        if (fact.when() != null) {
            add(fact.when().columns(), As.CONDITION);
        }
        for (var field : fact.type().fields()) {
            var columns = fact.columnsOf(field.name());
            add(columns, use(field));
            if (field.name().equals("officerId")) {
                add(columns, As.PERSON);
            }
            if (field.kind() == Kind.CHOICE || field.kind() == Kind.CODE) {
                add(columns, As.CODE);
            }
            if (field.kind() == Kind.CHOICE || field.codeList() != null) {
                columns.forEach(column -> coded.computeIfAbsent(column, first -> new ArrayList<>())
                        .add(field));
            }
        }
    }

    private static As use(FactField field) {
        return switch (field.kind()) {
            case DAY -> As.DAY;
            case IDENTIFIER -> As.IDENTIFIER;
            case TEXT -> field.name().equals("reference") ? As.IDENTIFIER : As.VALUE;
            case CODE, CODES, CHOICE, NUMBER, YES_NO, FACT -> As.VALUE;
        };
    }

    private void add(Set<String> columns, As use) {
        columns.forEach(column ->
                uses.computeIfAbsent(column, first -> EnumSet.noneOf(As.class)).add(use));
    }

    private boolean means(String column, String value) {
        var values = mapping.values().get(column);
        if (values != null && (values.of(value) != null || values.allOthers() != null)) {
            return true;
        }
        return coded.getOrDefault(column, List.of()).stream().anyMatch(field -> codes.match(field, value) != null);
    }
}
