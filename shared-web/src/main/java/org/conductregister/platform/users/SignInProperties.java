package org.conductregister.platform.users;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign in, as configured.
 *
 * @param password the one password of the users to try the register with; a key of signed cookies is made from it too
 * @param trialUsers whether there are any such users
 * @param usersFile where administrators' users are kept; null where they are kept elsewhere
 */
@Validated
@ConfigurationProperties("register")
public record SignInProperties(
        @NotBlank String password,
        @DefaultValue("true") boolean trialUsers,
        @Nullable Path usersFile) {

    @Override
    public String toString() {
        return "SignInProperties[password hidden, trialUsers=%s, usersFile=%s]".formatted(trialUsers, usersFile);
    }
}
