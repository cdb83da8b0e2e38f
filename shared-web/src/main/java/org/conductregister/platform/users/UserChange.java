package org.conductregister.platform.users;

import org.conductregister.platform.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * The user as an administrator wants them to be.
 *
 * @param newPassword as typed; null to leave it as it is
 */
public record UserChange(
        Person person, boolean disabled, @Nullable String newPassword) {

    @Override
    public String toString() {
        return "UserChange[%s, disabled=%s]".formatted(person, disabled);
    }
}
