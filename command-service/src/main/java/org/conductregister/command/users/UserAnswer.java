package org.conductregister.command.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.User;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/** A user as the API shows them. */
@Schema(
        description =
                "A user. Where forces are left out, a handler works for all; where officerId is, they are no officer.")
record UserAnswer(
        String id,
        String name,
        Set<Role> roles,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ForceCode> forces,
        @Nullable OfficerId officerId,
        boolean disabled) {

    static UserAnswer of(User user) {
        return of(user.person(), user.disabled());
    }

    static UserAnswer of(Person person, boolean disabled) {
        return new UserAnswer(
                person.id(), person.name(), person.roles(), person.forces(), person.officerId(), disabled);
    }
}
