package org.conductregister.web.access;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Verifies names and passwords, not faster than {@link SignInThrottle} lets it. The attempts for one user from one address are
 * looked at one after another, so that many at once are no way around it. Thread-safe.
 */
final class ThrottledAuthentication extends DaoAuthenticationProvider {

    private static final int LOCKS = 256;

    private final SignInThrottle throttle;
    private final Lock[] locks = new Lock[LOCKS];

    ThrottledAuthentication(UserDetailsService users, PasswordEncoder passwords, SignInThrottle throttle) {
        super(users);
        this.throttle = throttle;
        setPasswordEncoder(passwords);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** @throws TooManyAttemptsException where too many were wrong a moment ago; then the password is not looked at */
    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        var user = asked.getName();
        var address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        var lock = locks[Math.floorMod((user + '\n' + address).hashCode(), LOCKS)];
        lock.lock();
        try {
            return verified(asked, user, address);
        } finally {
            lock.unlock();
        }
    }

    private Authentication verified(Authentication asked, String user, String address) {
        var wait = throttle.toWait(user, address);
        if (!wait.isZero()) {
            throw new TooManyAttemptsException(wait);
        }
        try {
            var known = super.authenticate(asked);
            throttle.succeeded(user, address);
            return known;
        } catch (BadCredentialsException | AccountStatusException e) {
            throttle.failed(user, address);
            throw e;
        }
    }
}
