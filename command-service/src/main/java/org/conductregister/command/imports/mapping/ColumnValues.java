package org.conductregister.command.imports.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meanings of the values of one column. A value is found as it is written, else whatever its case and the blanks
 * in it. Immutable.
 */
public final class ColumnValues {

    /** Takes all values that nothing else does. */
    static final String ALL_OTHERS = "*";

    private final Map<String, String> exactly;
    private final Map<String, String> folded = new HashMap<>();

    /** @param targets by value; an empty one states nothing */
    public ColumnValues(Map<String, String> targets) {
        exactly = Map.copyOf(targets);
        exactly.forEach((value, target) -> folded.putIfAbsent(folded(value), target));
    }

    /** Returns the code that the value was mapped to; null where it was not, {@code "*"} aside. */
    @Nullable
    public String of(String value) {
        var target = exactly.get(value);
        return target == null ? folded.get(folded(value)) : target;
    }

    /** Returns the code that all other values stand for; null where nothing says so. */
    @Nullable
    public String allOthers() {
        return exactly.get(ALL_OTHERS);
    }

    /** The values that are mapped by name. */
    public Set<String> named() {
        return exactly.keySet();
    }

    Map<String, String> targets() {
        return exactly;
    }

    /** A value without what people do not see as a difference. */
    static String folded(String value) {
        return value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
    }
}
