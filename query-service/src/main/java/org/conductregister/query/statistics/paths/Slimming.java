package org.conductregister.query.statistics.paths;

import java.util.HashMap;
import java.util.Map;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Fact;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.Confidential;
import org.conductregister.terms.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts small to keep: without words about persons, which no count needs, and with each day, code and officer held
 * once however many facts name it.
 */
final class Slimming {

    private static final FreeText LEFT_OUT = new FreeText("…");

    private final Map<Object, Object> held = new HashMap<>();

    Fact slim(Fact fact) {
        var type = FactType.of(fact);
        var values = type.values(fact);
        for (int i = 0; i < values.length; i++) {
            values[i] = slim(values[i], type.fields().get(i).required());
        }
        return type.create(values);
    }

    private @Nullable Object slim(@Nullable Object value, boolean required) {
        return switch (value) {
            case null -> null;
            case Confidential words -> required ? LEFT_OUT : null;
            case AllegationId rarelyNamedTwice -> rarelyNamedTwice;
            default -> held.computeIfAbsent(value, first -> first);
        };
    }
}
