package org.conductregister.command.imports.mapping;

import java.util.HashMap;
import java.util.Map;
import org.conductregister.entries.FactField;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a field takes, found by the code itself or by what people read for it, whatever the case of letters. As
 * the lists are when it is made; for one thread.
 */
public final class CodeMatcher {

    private final ListedCodes codes;
    private final Words words;
    private final Map<String, Map<String, String>> byField = new HashMap<>();

    public CodeMatcher(ListedCodes codes, Words words) {
        this.codes = codes;
        this.words = words;
    }

    /** The code that the value names; null where it names none, or more than one. */
    @Nullable
    public String match(FactField field, String value) {
        var list = field.codeList();
        var known = byField.computeIfAbsent(list == null ? field.name() : list.path(), key -> spellings(field));
        var code = known.get(ColumnValues.folded(value));
        return code == null || code.isEmpty() ? null : code;
    }

    /** Whether the field takes this very code. */
    boolean takes(FactField field, String code) {
        return code.equals(match(field, code));
    }

    /** An empty code stands where two codes are read alike. A code itself always wins over another's label. */
    private Map<String, String> spellings(FactField field) {
        var spellings = new HashMap<String, String>();
        var list = field.codeList();
        if (list != null) {
            codes.labels(list).forEach((code, label) -> put(spellings, label, code));
            codes.labels(list).keySet().forEach(code -> put(spellings, code.replace('_', ' '), code));
            codes.labels(list).keySet().forEach(code -> spellings.put(ColumnValues.folded(code), code));
        } else {
            field.choices().forEach(code -> put(spellings, words.label(code), code));
            field.choices().forEach(code -> spellings.put(ColumnValues.folded(code), code));
        }
        return spellings;
    }

    private static void put(Map<String, String> spellings, String spelling, String code) {
        spellings.merge(ColumnValues.folded(spelling), code, (one, other) -> one.equals(other) ? one : "");
    }
}
