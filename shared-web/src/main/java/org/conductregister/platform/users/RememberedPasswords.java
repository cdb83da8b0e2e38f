package org.conductregister.platform.users;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords of which some were verified a moment ago, so that to verify them again costs nothing worth limiting. Thread-safe. */
public interface RememberedPasswords extends PasswordEncoder {

    /** Whether a password was verified against a stored hash a moment ago; costs no slow hash. */
    boolean remembers(@Nullable CharSequence password, @Nullable String encoded);
}
