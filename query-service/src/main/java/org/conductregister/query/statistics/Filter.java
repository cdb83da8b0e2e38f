package org.conductregister.query.statistics;

import java.util.EnumSet;
import java.util.Set;

/** What a population can be limited to by words: any of those given. */
public enum Filter {
    FORCE("force", EnumSet.allOf(Unit.class)),
    KIND("kind", ofCases()),
    SOURCE("source", ofCases()),
    CATEGORY("category", ofCases()),
    TAG("tag", ofCases()),
    /** Leaves out what has any of the tags. */
    WITHOUT_TAG("withoutTag", ofCases()),
    WORKFORCE("workforce", ofCases()),
    RECOMMENDATION_ID("recommendationId", EnumSet.of(Unit.RESPONSES));

    private final String parameter;
    private final Set<Unit> units;

    Filter(String parameter, Set<Unit> units) {
        this.parameter = parameter;
        this.units = units;
    }

    private static Set<Unit> ofCases() {
        return EnumSet.complementOf(EnumSet.of(Unit.RESPONSES));
    }

    /** Its name in requests. */
    public String parameter() {
        return parameter;
    }

    public boolean appliesTo(Unit unit) {
        return units.contains(unit);
    }
}
