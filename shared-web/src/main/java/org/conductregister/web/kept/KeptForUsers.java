package org.conductregister.web.kept;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps things for users for an hour, under keys that nobody can guess, each for its user alone. It holds so many bytes for all
 * and so many for one user; beyond that the oldest goes first, of the same user where it is their share. Thread-safe.
 */
final class KeptForUsers<T> {

    static final Duration LASTS = Duration.ofHours(1);
    static final long MOST_OF_ALL = 64L * 1024 * 1024;
    static final long MOST_OF_ONE = 4L * 1024 * 1024;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Item<T>> items = new LinkedHashMap<>();
    private long bytes;

    KeptForUsers(Clock clock) {
        this.clock = clock;
    }

    private record Item<T>(String user, T value, long bytes, Instant until) {}

    /**
     * Keeps a value.
     *
     * @param size of the value, in bytes
     * @return its key; empty where it is too large to be kept
     */
    synchronized Optional<String> keep(String user, T value, long size) {
        if (size > MOST_OF_ONE) {
            return Optional.empty();
        }
        makeRoom(user, size);
        var key = newKey();
        items.put(key, new Item<>(user, value, size, clock.instant().plus(LASTS)));
        bytes += size;
        return Optional.of(key);
    }

    /** Returns what is kept for a user under a key. */
    synchronized Optional<T> of(String user, String key) {
        return Optional.ofNullable(items.get(key))
                .filter(item -> item.user().equals(user) && item.until().isAfter(clock.instant()))
                .map(Item::value);
    }

    private void makeRoom(String user, long size) {
        var now = clock.instant();
        long ofUser = items.values().stream()
                .filter(item -> item.user().equals(user))
                .mapToLong(Item::bytes)
                .sum();
        for (Iterator<Item<T>> oldest = items.values().iterator(); oldest.hasNext(); ) {
            var item = oldest.next();
            boolean own = item.user().equals(user);
            boolean over = (own && ofUser + size > MOST_OF_ONE) || bytes + size > MOST_OF_ALL;
            if (over || !item.until().isAfter(now)) {
                oldest.remove();
                bytes -= item.bytes();
                ofUser -= own ? item.bytes() : 0;
            }
        }
    }

    private String newKey() {
        var key = new byte[16];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
