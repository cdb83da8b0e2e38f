package org.conductregister.platform.people;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Fact;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a person may see: those of their forces, and none in which they are, or once were, named as an officer. A case
 * that they may not see is to them as one that never was. Immutable.
 *
 * @param forces whose cases; empty for those of all
 * @param self the numbers under which the person is known as an officer, duplicates included; empty where they are none
 */
public record Sight(Set<ForceCode> forces, Set<OfficerId> self) {

    /** The sight of a person who may see all cases. */
    public static final Sight EVERYTHING = new Sight(Set.of(), Set.of());

    public Sight {
        forces = Collections.unmodifiableSet(new TreeSet<>(forces));
        self = Collections.unmodifiableSet(new TreeSet<>(self));
    }

    /** Whether no case is hidden. */
    public boolean isEverything() {
        return forces.isEmpty() && self.isEmpty();
    }

    /** Whether the cases of a force are seen, but for those that name the person. */
    public boolean sees(ForceCode force) {
        return forces.isEmpty() || forces.contains(force);
    }

    /** Whether an officer is the person themselves. */
    public boolean isSelf(OfficerId officer) {
        return self.contains(officer);
    }

    /**
     * Whether a case may be seen, by all that is recorded of it. One of which nothing is recorded may be. Costs a fold where
     * forces are limited.
     *
     * @param entries in the order recorded
     */
    public boolean sees(List<Logged> entries) {
        if (isEverything() || entries.isEmpty()) {
            return true;
        }
        boolean named = entries.stream()
                .map(entry -> NamesOfficer.namedIn(entry.fact()))
                .anyMatch(officer -> officer != null && isSelf(officer));
        if (named) {
            return false;
        }
        var force = forces.isEmpty() ? null : forceOf(entries);
        return force == null || sees(force);
    }

    /** The force that the case is of as recorded now; of one whose opening was retracted, the last that was stated. */
    private static @Nullable ForceCode forceOf(List<Logged> entries) {
        var standing =
                new History(entries).inEffect().stream().map(InEffect::fact).filter(CaseOpened.class::isInstance);
        return standing.map(fact -> ((CaseOpened) fact).force())
                .reduce((earlier, later) -> later)
                .orElseGet(() -> entries.stream()
                        .map(entry -> openingIn(entry.fact()))
                        .filter(opened -> opened != null)
                        .map(CaseOpened::force)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    /** The opening that a fact states, itself or as a correction; null where it states none. */
    public static @Nullable CaseOpened openingIn(Fact fact) {
        var stated = fact instanceof EntryCorrected corrected ? corrected.fact() : fact;
        return stated instanceof CaseOpened opened ? opened : null;
    }
}
