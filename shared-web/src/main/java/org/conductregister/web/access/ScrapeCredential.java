package org.conductregister.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.conductregister.platform.people.Role;
import org.conductregister.web.RequestedPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the program that collects the metrics read them, and nothing else, with a password of its own: HTTP Basic as
 * {@value #USER}. Without one that is configured, administrators alone may. Thread-safe.
 */
final class ScrapeCredential extends OncePerRequestFilter {

    static final String PROPERTY = "register.metrics.password";
    static final String PATH = "/actuator/prometheus";

    private static final String USER = "metrics";

    /** Guesses are not counted, so that there must be too many of them. */
    private static final int LEAST_LENGTH = 24;

    private final byte @Nullable [] expected;

    /** @param password empty for none */
    ScrapeCredential(String password) {
        if (!password.isEmpty() && password.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "%s must have %d characters at least: make it at random".formatted(PROPERTY, LEAST_LENGTH));
        }
        this.expected = password.isEmpty()
                ? null
                : ("Basic "
                                + Base64.getEncoder()
                                        .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (expected != null
                && sent != null
                && RequestedPath.of(request).equals(PATH)
                && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            var authorities = AuthorityUtils.createAuthorityList("ROLE_" + Role.ADMIN.name());
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(USER, null, authorities)));
        }
        chain.doFilter(request, response);
    }
}
