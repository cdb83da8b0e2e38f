package org.conductregister.command.imports.mapping;

import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/** Lists the codes that the values of a sheet's columns may stand for, as far as that can be chosen. For one thread. */
public final class ValueChoices {

    private final Mapping mapping;
    private final CodeMatcher codes;

    public ValueChoices(Mapping mapping, ListedCodes codes, Words words) {
        this.mapping = mapping;
        this.codes = new CodeMatcher(codes, words);
    }

    /** The field whose codes the values of a column stand for; null where they stand for none. */
    public @Nullable FactField fieldOf(String column) {
        for (var fact : mapping.facts()) {
            for (var field : fact.type().fields()) {
                boolean coded = field.kind() == Kind.CHOICE || field.codeList() != null;
                if (coded && fact.columnsOf(field.name()).contains(column)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** The code that a value names by itself; null where it names none. */
    public @Nullable String matched(String column, String value) {
        var field = fieldOf(column);
        return field == null ? null : codes.match(field, value);
    }

    /** The code that the mapping says a value stands for; empty where it says nothing. {@code *} is all others. */
    public String chosen(String column, String value) {
        var values = mapping.values().get(column);
        var chosen =
                values == null ? null : value.equals(ColumnValues.ALL_OTHERS) ? values.allOthers() : values.of(value);
        return chosen == null ? "" : chosen;
    }
}
