package org.conductregister.web.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.conductregister.platform.users.RememberedPasswords;
import org.conductregister.web.accesslog.SignInEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Verifies names and passwords, not faster than {@link SignInThrottle} lets it. The attempts for one user from one address are
 * looked at one after another, and once an address is slowed all that come from it, so that many at once are no way around it. A password
 * that was verified a moment ago is no attempt: the calls of a program do not wait for one another. Thread-safe.
 */
final class ThrottledAuthentication extends DaoAuthenticationProvider {

    private static final int LOCKS = 256;

    private static final int MOST_TOLD = 10_000;

    private static final int LONGEST_NAME = 64;

    private static final String NO_NAME = "?";

    /** Stands for whatever name is tried from an address. */
    private static final String ANY_USER = "";

    private final RememberedPasswords passwords;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Lock[] locks = new Lock[LOCKS];

    /**
     * Whose present wait has been told, as a name, or none, and a network: a guess a millisecond would fill the access log, as would a
     * name a millisecond.
     */
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
        var user = counted(asked.getName());
        var address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        var remembered = remembered(asked);
        if (remembered != null) {
            return verified(user, address, () -> accepted(remembered, asked));
        }
        var oneAfterAnother = key(throttle.suspects(user, address) ? ANY_USER : user, address);
        var lock = locks[Math.floorMod(oneAfterAnother.hashCode(), LOCKS)];
        lock.lock();
        try {
            return verified(user, address, () -> super.authenticate(asked));
        } finally {
            lock.unlock();
        }
    }

    /** Returns the name under which attempts are counted: no user has a longer one, or none. */
    private static String counted(String name) {
        return name.isEmpty() ? NO_NAME : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Returns the user whose password this is, as verified a moment ago; null where it was not. */
    private @Nullable UserDetails remembered(Authentication asked) {
        try {
            var user = getUserDetailsService().loadUserByUsername(asked.getName());
            return asked.getCredentials() instanceof String password
                            && passwords.remembers(password, user.getPassword())
                    ? user
                    : null;
        } catch (UsernameNotFoundException nobody) {
            return null;
        }
    }

    /** The rest of what the superclass does once a password was right; by itself it would look the user up once more. */
    private Authentication accepted(UserDetails user, Authentication asked) {
        getPreAuthenticationChecks().check(user);
        getPostAuthenticationChecks().check(user);
        return createSuccessAuthentication(user, asked, user);
    }

    private Authentication verified(String user, String address, Supplier<Authentication> verification) {
        var wait = throttle.toWait(user, address);
        if (!wait.isZero()) {
            tell(user, address);
            throw new TooManyAttemptsException(wait);
        }
        forgetTold(user, address);
        try {
            var known = verification.get();
            throttle.succeeded(user, address);
            return known;
        } catch (BadCredentialsException | AccountStatusException e) {
            throttle.failed(user, address);
            throw e;
        }
    }

    /** Once for each wait: of the user, or of all who try from the address. */
    private void tell(String user, String address) {
        if (told.size() >= MOST_TOLD) {
            told.clear();
        }
        if (told.add(key(throttle.slows(user, address) ? user : ANY_USER, address))) {
            events.publishEvent(new SignInEvent(SignInEvent.Kind.SIGN_IN_SLOWED, user, address));
        }
    }

    private void forgetTold(String user, String address) {
        told.remove(key(user, address));
        var ofAddress = key(ANY_USER, address);
        if (told.contains(ofAddress) && !throttle.slows(ANY_USER, address)) {
            told.remove(ofAddress);
        }
    }

    private static String key(String user, String address) {
        return user + '\n' + SignInThrottle.network(address);
    }
}
