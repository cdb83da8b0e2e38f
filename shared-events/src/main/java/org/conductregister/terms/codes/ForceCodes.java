package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;

/** One or more forces, each once, in order of their codes. */
public record ForceCodes(@JsonValue List<ForceCode> forces) {

    /** @throws IllegalArgumentException when empty */
    public ForceCodes {
        forces = forces.stream().distinct().sorted().toList();
        if (forces.isEmpty()) {
            throw new IllegalArgumentException("must name at least one force");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ForceCodes(Collection<ForceCode> forces) {
        this(List.copyOf(forces));
    }

    public boolean contains(ForceCode force) {
        return forces.contains(force);
    }
}
