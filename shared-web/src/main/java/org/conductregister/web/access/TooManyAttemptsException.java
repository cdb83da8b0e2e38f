package org.conductregister.web.access;

import java.time.Duration;
import org.conductregister.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;

/**
 * Thrown where a password is not looked at, for too many were wrong a moment ago. Spring Security publishes it as an
 * {@code AuthenticationFailureLockedEvent}.
 */
final class TooManyAttemptsException extends LockedException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Too many wrong passwords");
        this.wait = wait;
    }

    /** Returns the time to wait, rounded up to at least 1. */
    long secondsToWait() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    Problem problem() {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_ATTEMPTS",
                "Too many passwords were wrong. Try again in %d seconds.".formatted(secondsToWait()));
    }
}
