package org.conductregister.platform.users;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for some minutes which password was verified against which stored hash, under a key of the process. Programs send
 * their password with every call: the first costs a slow hash, of some 100 ms, and those that follow microseconds. A password
 * that is changed has another hash, with which nothing is remembered. Wrong passwords are never remembered. No more slow hashes
 * are made at once than half the processors can, so that guessing does not slow down everybody. Thread-safe.
 */
final class RememberingPasswordEncoder implements RememberedPasswords {

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final int LOCKS = 64;

    private final PasswordEncoder slow;
    private final HmacPasswordEncoder keyed;
    private final Clock clock;
    private final Map<String, Instant> verified = new ConcurrentHashMap<>();
    private final Object[] locks = new Object[LOCKS];
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    RememberingPasswordEncoder(PasswordEncoder slow, HmacPasswordEncoder keyed, Clock clock) {
        this.slow = slow;
        this.keyed = keyed;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : slow.encode(PasswordRules.normalised(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null) {
            return false;
        }
        var key = key(password, encoded);
        return isRemembered(key) || verify(PasswordRules.normalised(password), encoded, key);
    }

    @Override
    public boolean remembers(@Nullable CharSequence password, @Nullable String encoded) {
        return password != null && encoded != null && isRemembered(key(password, encoded));
    }

    private String key(CharSequence password, String encoded) {
        return keyed.digestOf(PasswordRules.normalised(password) + '\0' + encoded);
    }

    private boolean isRemembered(String key) {
        var until = verified.get(key);
        return until != null && clock.instant().isBefore(until);
    }

    /** Many calls with one password at the same moment wait for one hash. */
    private boolean verify(String password, String encoded, String key) {
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            if (isRemembered(key)) {
                return true;
            }
            hashing.acquireUninterruptibly();
            try {
                if (!slow.matches(password, encoded)) {
                    return false;
                }
            } finally {
                hashing.release();
            }
            remember(key);
            return true;
        }
    }

    private void remember(String key) {
        var now = clock.instant();
        if (verified.size() >= MOST) {
            verified.values().removeIf(until -> !now.isBefore(until));
        }
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(key, now.plus(LASTS));
    }
}
