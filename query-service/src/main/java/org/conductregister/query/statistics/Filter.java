package org.conductregister.query.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;

/** A limit of a population by words: any of those given. */
public enum Filter {
    FORCE("force", EnumSet.allOf(Unit.class), List.of()),
    KIND("kind", ofCases(), names(CaseKind.values())),
    SOURCE("source", ofCases(), names(CaseSource.values())),
    CATEGORY("category", ofCases(), List.of()),
    TAG("tag", ofCases(), List.of()),
    /** Leaves out what has any of the tags. */
    WITHOUT_TAG("withoutTag", ofCases(), List.of()),
    /** UNKNOWN where nobody told. */
    WORKFORCE("workforce", ofCases(), names(Workforce.values(), "UNKNOWN")),
    RECOMMENDATION_ID("recommendationId", EnumSet.of(Unit.RESPONSES), List.of());

    private final String parameter;
    private final Set<Unit> units;
    private final List<String> words;

    Filter(String parameter, Set<Unit> units, List<String> words) {
        this.parameter = parameter;
        this.units = units;
        this.words = words;
    }

    private static Set<Unit> ofCases() {
        return EnumSet.complementOf(EnumSet.of(Unit.RESPONSES));
    }

    private static List<String> names(Enum<?>[] constants, String... others) {
        return Stream.concat(Arrays.stream(constants).map(Enum::name), Arrays.stream(others))
                .toList();
    }

    /** Every word it can be asked by; empty where the list grows, and any word is taken. */
    public List<String> words() {
        return words;
    }

    /** Its name in requests. */
    public String parameter() {
        return parameter;
    }

    public boolean appliesTo(Unit unit) {
        return units.contains(unit);
    }
}
