package org.conductregister.platform.users;

import java.time.Instant;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param disabled whether they may no longer; a user is never deleted, for what they recorded has their id
 * @param password as encoded; null until one is set, and then nobody signs in
 * @param trial whether it is one of those to try the register with
 * @param changedAt when an administrator or they themselves last changed anything
 * @param changedBy the id of who did
 */
public record User(
        Person person,
        boolean disabled,
        @Nullable String password,
        boolean trial,
        Instant changedAt,
        String changedBy) {

    public String id() {
        return person.id();
    }

    /** Whether the right password lets them in. */
    public boolean maySignIn() {
        return !disabled && password != null;
    }

    boolean isWorkingAdministrator() {
        return maySignIn() && person.is(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "User[%s, disabled=%s]".formatted(person, disabled);
    }
}
