package org.conductregister.keys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the subjects used last (LRU), each for a limited time. What was put in last is found, however much was put in before:
 * whoever seals many texts together has first had their keys put in together. A cache that admits by how often something
 * was asked for (W-TinyLFU) turns new keys away once it is full. Thread-safe; each call takes O(1) under a lock, but one a lifetime, which
 * removes all that is over its time.
 */
final class KeyCache {

    /** @param since in nanoseconds of the clock */
    private record Cached(List<DataKey> keys, long since) {}

    private final Map<String, Cached> bySubject;
    private final long lifetime;
    private final LongSupplier nanoseconds;
    private long swept;

    /**
     * A cache that is empty.
     *
     * @param most subjects at a time
     * @param lifetime how long keys are found after they were put in
     * @param nanoseconds a clock, as {@link System#nanoTime()}
     */
    KeyCache(int most, Duration lifetime, LongSupplier nanoseconds) {
        this.bySubject = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
                return size() > most;
            }
        };
        this.lifetime = lifetime.toNanos();
        this.nanoseconds = nanoseconds;
        this.swept = nanoseconds.getAsLong();
    }

    /** Returns the keys of a subject, in order of the generation; null where they are not in the cache. */
    synchronized @Nullable List<DataKey> get(String subject) {
        long now = now();
        var cached = bySubject.get(subject);
        return cached == null || isOver(cached, now) ? null : cached.keys();
    }

    synchronized void put(String subject, List<DataKey> keys) {
        bySubject.put(subject, new Cached(keys, now()));
    }

    synchronized void remove(String subject) {
        bySubject.remove(subject);
    }

    /** Reads the clock. Keys do not stay in memory for longer than twice their lifetime where the cache is used at all. */
    private long now() {
        long now = nanoseconds.getAsLong();
        if (now - swept >= lifetime) {
            swept = now;
            bySubject.values().removeIf(cached -> isOver(cached, now));
        }
        return now;
    }

    private boolean isOver(Cached cached, long now) {
        return now - cached.since() >= lifetime;
    }
}
