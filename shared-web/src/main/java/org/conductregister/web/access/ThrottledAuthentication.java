package org.conductregister.web.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.conductregister.platform.users.RememberedPasswords;
import org.conductregister.web.accesslog.SignInEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Verifies names and passwords, not faster than {@link SignInThrottle} lets it. The attempts for one user from one address are
 * looked at one after another, so that many at once are no way around it. A password that was verified a moment ago is no attempt: the
 * calls of a program do not wait for one another. Thread-safe.
 */
final class ThrottledAuthentication extends DaoAuthenticationProvider {

    private static final int LOCKS = 256;

    private static final int MOST_TOLD = 10_000;

    private final RememberedPasswords passwords;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Lock[] locks = new Lock[LOCKS];

    /** Whose present wait has been told, as a name and an address: a guess a millisecond would fill the access log. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ThrottledAuthentication(
            UserDetailsService users,
            RememberedPasswords passwords,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        super(users);
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
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
        if (isRemembered(asked)) {
            return verified(asked, user, address);
        }
        var lock = locks[Math.floorMod(key(user, address).hashCode(), LOCKS)];
        lock.lock();
        try {
            return verified(asked, user, address);
        } finally {
            lock.unlock();
        }
    }

    private boolean isRemembered(Authentication asked) {
        try {
            return asked.getCredentials() instanceof String password
                    && passwords.remembers(
                            password,
                            getUserDetailsService()
                                    .loadUserByUsername(asked.getName())
                                    .getPassword());
        } catch (UsernameNotFoundException nobody) {
            return false;
        }
    }

    private Authentication verified(Authentication asked, String user, String address) {
        var wait = throttle.toWait(user, address);
        if (!wait.isZero()) {
            tell(user, address);
            throw new TooManyAttemptsException(wait);
        }
        told.remove(key(user, address));
        try {
            var known = super.authenticate(asked);
            throttle.succeeded(user, address);
            return known;
        } catch (BadCredentialsException | AccountStatusException e) {
            throttle.failed(user, address);
            throw e;
        }
    }

    /** Once for each wait. */
    private void tell(String user, String address) {
        if (told.size() >= MOST_TOLD) {
            told.clear();
        }
        if (told.add(key(user, address))) {
            events.publishEvent(new SignInEvent(SignInEvent.Kind.SIGN_IN_SLOWED, user, address));
        }
    }

    private static String key(String user, String address) {
        return user + '\n' + address;
    }
}
