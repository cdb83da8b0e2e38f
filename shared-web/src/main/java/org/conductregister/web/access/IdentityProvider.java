package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The organisation's sign-in, by which people and programs come in where one is configured. Thread-safe. */
public interface IdentityProvider {

    /** Lets people and programs in that the provider vouches for. */
    void configure(HttpSecurity http);

    /**
     * Returns the address at which a browser begins to sign in there.
     *
     * @param to where to go on to; null for the start page
     */
    String signInAddress(@Nullable String to);

    /**
     * Ends what the browser keeps of the sign-in, and returns the address to go on to: at which to sign out there or, where that
     * cannot be done, at which that is said; empty where they did not sign in there.
     */
    Optional<String> signOut(HttpServletRequest request, HttpServletResponse response);

    /** Returns the origins, beside the register's own, to which its forms may lead, with blanks between them. */
    String formTargets();

    /** Returns the reason for which somebody was not let in, as a sentence; null for a word that is no reason. */
    @Nullable
    String sentenceFor(String reason);
}
