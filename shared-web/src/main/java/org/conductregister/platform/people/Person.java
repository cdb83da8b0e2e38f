package org.conductregister.platform.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * A user of the register. Immutable.
 *
 * @param id by which they sign in; stands as {@code recordedBy} in what they record, for ever
 * @param name as others read it
 * @param forces for which they handle cases, in order; empty for all
 * @param officerId the officer they are; null where they do not serve with the police
 */
public record Person(
        String id,
        String name,
        Set<Role> roles,
        Set<ForceCode> forces,
        @Nullable OfficerId officerId) {

    public Person {
        roles = Collections.unmodifiableSet(
                roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles)); // in their order
        forces = Collections.unmodifiableSet(new TreeSet<>(forces));
    }

    /** Whether the person has a role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
