package org.conductregister.platform.users;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in, as configured.
 *
 * @param password the one password of the users to try the register with; null where nobody signs in with a password
 * @param trialUsers whether there are any such users
 * @param usersFile where administrators' users are kept; null where they are kept elsewhere
 * @param provider the organisation's identity provider; null where there is none
 */
@ConfigurationProperties("register")
public record SignInProperties(
        @Nullable String password,
        @DefaultValue("true") boolean trialUsers,
        @Nullable Path usersFile,
        SignInProperties.@Nullable Provider provider) {

    /** The part of an identity provider's settings that tells whether there is one. */
    record Provider(@Nullable String issuer) {}

    public SignInProperties {
        password = password == null || password.isBlank() ? null : password;
        if (password == null && (provider == null || provider.issuer() == null)) {
            throw new IllegalArgumentException(
                    "Nobody could sign in: set register.provider.issuer and what belongs to it, for the organisation's"
                            + " identity provider, or register.password, for users with passwords");
        }
    }

    /** Whether users sign in with a name and a password: beside an identity provider only where a password is configured. */
    public boolean hasPasswords() {
        return password != null;
    }

    @Override
    public String toString() {
        return "SignInProperties[password hidden, trialUsers=%s, usersFile=%s]".formatted(trialUsers, usersFile);
    }
}
