package org.conductregister.platform.people;

import java.util.Set;
import org.conductregister.claims.OfficerAliases;
import org.conductregister.terms.codes.ForceCode;
import org.jspecify.annotations.Nullable;

/** Says which cases a person may see. Costs two look-ups where the person is an officer, else nothing. Thread-safe. */
public final class Sights {

    private final OfficerAliases aliases;
    private final PersonDirectory persons;

    public Sights(OfficerAliases aliases, PersonDirectory persons) {
        this.aliases = aliases;
        this.persons = persons;
    }

    /** Returns what a person may read: an auditor the cases of all forces, whatever else they are. */
    public Sight reading(Person person) {
        return sight(person, person.is(Role.AUDITOR) ? Set.of() : person.forces());
    }

    /** Returns what a person may record on. */
    public Sight recording(Person person) {
        return sight(person, person.forces());
    }

    /** Returns what the person with an id may record on now; everything where nobody here has the id. */
    public Sight recording(String id) {
        return persons.person(id).map(this::recording).orElse(Sight.EVERYTHING);
    }

    private Sight sight(Person person, Set<ForceCode> forces) {
        var officer = person.officerId();
        return officer == null && forces.isEmpty()
                ? Sight.EVERYTHING
                : new Sight(forces, officer == null ? Set.of() : aliases.of(officer));
    }

    /** The person behind a principal; null where it is none of ours. */
    public static @Nullable Person personOf(@Nullable Object principal) {
        return principal instanceof IdentifiedPrincipal known ? known.person() : null;
    }
}
