package org.conductregister.keys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.conductregister.entries.Entry;
import org.conductregister.eventstore.stored.SealRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of subjects: of a person for the name, of a record for its free texts. They are unwrapped once and then cached, so
 * that sealing an entry asks neither the store nor the master key. Thread-safe; several processes may share one store, and
 * one that has a key in its cache forgets it within {@link #CACHED}.
 */
public final class DataKeys {

    /** How long a key is used without asking the store for it again. */
    static final Duration CACHED = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For how long who seals waits for an erasure before making room for it. */
    private static final Duration SEALING_WAITS = Duration.ofMillis(500);

    private static final int MOST_CACHED = 50_000;
    private static final int REWRAPPED_TOGETHER = 1_000;

    /** The subject of the key with which identifiers are made of content; every store has one. */
    private static final String CONTENT = "#content";

    /** The subject whose key says that the log has identifiers made before there were keys. */
    private static final String UNKEYED = "#unkeyed";

    private final KeyStore store;
    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final KeyCache cache = new KeyCache(MOST_CACHED, CACHED, System::nanoTime);

    /** Loads share it; what retires or erases a key has it alone, so that no load puts back what it has just forgotten. */
    private final ReadWriteLock changes = new ReentrantReadWriteLock();

    /** The subjects whose keys are being erased; guarded by itself. */
    private final Set<String> erasing = new HashSet<>();

    private volatile @Nullable ContentIds contentIds;

    private DataKeys(KeyStore store, MasterKey master, Clock clock) {
        this.store = store;
        this.master = master;
        this.clock = clock;
    }

    /**
     * Opens the keys of a store.
     *
     * @throws KeysUnusableException if the master key is not the one that wrapped them
     */
    public static DataKeys of(KeyStore store, MasterKey master, Clock clock) {
        store.after(null, 1).forEach(key -> master.unwrap(Objects.requireNonNull(key.wrapped()), key.subject()));
        return new DataKeys(store, master, clock);
    }

    private byte[] contentKey() {
        var kept = store.find(Set.of(CONTENT));
        if (kept.isEmpty()) {
            store.add(List.of(made(CONTENT, 1).stored()));
            kept = store.find(Set.of(CONTENT));
        }
        var wrapped = kept.getFirst().wrapped();
        if (wrapped == null) {
            throw new KeysUnusableException("The store of keys lacks the key of identifiers made of content.", null);
        }
        return master.unwrap(wrapped, CONTENT);
    }

    /** A key that was made, in clear, with its wrapped form. */
    private record Made(StoredKey stored, byte[] key) {}

    private Made made(String subject, int generation) {
        return made(subject, generation, randomBytes(DataKey.LENGTH));
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Made made(String subject, int generation, byte[] key) {
        // Of later generations after the erasure of the one before, in whole milliseconds
        long createdAt = clock.instant().toEpochMilli() + (generation > 1 ? 1 : 0);
        return new Made(new StoredKey(subject, generation, master.wrap(key, subject), createdAt), key);
    }

    /** Returns what makes identifiers of content, with a key of this store, which is made where there is none. */
    public ContentIds contentIds() {
        var made = contentIds;
        if (made == null) {
            made = new ContentIds(this, contentKey());
            contentIds = made;
        }
        return made;
    }

    /**
     * Makes the first keys of subjects that have none, in one transaction, so that whoever identifies or records these entries does not
     * wait for that. An entry that is not recorded in the end leaves a key that seals nothing. Where a key was erased, the next one is made
     * when something is sealed with it.
     */
    public void prepare(Collection<Entry> entries) {
        var subjects = new HashSet<String>();
        entries.forEach(entry -> Subjects.addAll(entry.fact(), entry.record().toString(), subjects));
        prefetch(subjects);
        makeNext(without(subjects, subject -> !cached(subject).isEmpty()));
    }

    /**
     * Makes those keys that are missing, in one transaction: to be called before much is sealed together.
     *
     * @throws SealRefusedException where they are being erased: whoever seals may hold what the erasure waits for
     */
    void require(Set<String> subjects) {
        require(subjects, Set.of());
    }

    /**
     * Makes those keys that are missing, as {@link #require(Set)}.
     *
     * @param fresh those of which there is probably no key, so that it is not looked for before one is made
     */
    void require(Set<String> subjects, Set<String> fresh) {
        awaitErasure(subjects);
        make(subjects, fresh);
    }

    /** Makes those keys that are missing, as {@link #require(Set)}, but to identify by them, which an erasure need not come before. */
    void make(Set<String> subjects) {
        make(subjects, Set.of());
    }

    private void make(Set<String> subjects, Set<String> fresh) {
        var missing = without(subjects, this::isUsable);
        if (missing.isEmpty()) {
            return;
        }
        var known = without(missing, fresh::contains);
        if (!known.isEmpty()) {
            load(known);
        }
        makeNext(without(missing, this::isUsable));
        if (!fresh.isEmpty()) {
            make(subjects, Set.of()); // one may have been erased
        }
    }

    /** Makes the next key of each subject, whose keys are in the cache where it has any. */
    private void makeNext(Set<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        var made = new ArrayList<Made>();
        // Drawn at once: the source of random bytes takes as long for one key as for several
        var drawn = ByteBuffer.wrap(randomBytes(subjects.size() * DataKey.LENGTH));
        for (var subject : subjects) {
            var keys = cached(subject);
            var key = new byte[DataKey.LENGTH];
            drawn.get(key);
            made.add(made(subject, keys.isEmpty() ? 1 : keys.getLast().generation() + 1, key));
        }
        var others = add(made);
        if (!others.isEmpty()) {
            load(others);
        }
    }

    private static Set<String> without(Set<String> subjects, Predicate<String> those) {
        return subjects.stream().filter(those.negate()).collect(toSet());
    }

    private boolean isUsable(String subject) {
        return usable(cached(subject)) != null;
    }

    /**
     * Keeps keys, and puts into the cache those that are the first of their subject, which need not be read again.
     *
     * @return the subjects whose keys have to be read
     */
    private Set<String> add(List<Made> made) {
        changes.readLock().lock();
        try {
            var added = store.add(made.stream().map(Made::stored).toList());
            var others = new HashSet<String>();
            for (var each : made) {
                var subject = each.stored().subject();
                if (each.stored().generation() == 1 && added.contains(subject)) {
                    cache.put(subject, List.of(DataKey.of(each.stored(), each.key())));
                } else {
                    others.add(subject);
                }
            }
            return others;
        } finally {
            changes.readLock().unlock();
        }
    }

    private List<DataKey> cached(String subject) {
        var keys = cache.get(subject);
        return keys == null ? List.of() : keys;
    }

    private static @Nullable DataKey usable(List<DataKey> keys) {
        return keys.isEmpty() || keys.getLast().isErased() ? null : keys.getLast();
    }

    /** Reads into the cache the keys of those subjects that are not in it, in one query. */
    void prefetch(Set<String> subjects) {
        var missing = without(subjects, subject -> cache.get(subject) != null);
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    private Map<String, List<DataKey>> load(Collection<String> subjects) {
        changes.readLock().lock();
        try {
            var loaded = new HashMap<String, List<DataKey>>();
            store.find(subjects).stream()
                    .collect(groupingBy(StoredKey::subject))
                    .forEach((subject, keys) -> loaded.put(
                            subject, keys.stream().map(this::unwrapped).toList()));
            loaded.forEach(cache::put);
            return loaded;
        } finally {
            changes.readLock().unlock();
        }
    }

    private DataKey unwrapped(StoredKey stored) {
        var wrapped = stored.wrapped();
        return DataKey.of(stored, wrapped == null ? null : master.unwrap(wrapped, stored.subject()));
    }

    /** Returns the key with which something of a subject is sealed now; made where there is none. */
    DataKey current(String subject) {
        var key = usable(cached(subject));
        if (key == null) {
            require(Set.of(subject));
            key = usable(cached(subject));
        }
        if (key == null) {
            var loaded = load(Set.of(subject)).getOrDefault(subject, List.of());
            key = usable(loaded);
        }
        if (key == null) {
            throw new KeysUnusableException("No key of %s could be made.".formatted(subject), null);
        }
        return key;
    }

    /**
     * Returns the key with which something of a subject was sealed at an instant, or its tombstone; made where there is none. What
     * was read before an erasure, and is written only now, must not get the key that came after it.
     */
    DataKey at(String subject, Instant instant) {
        var keys = cached(subject);
        if (keys.isEmpty()) {
            make(Set.of(subject));
            keys = load(Set.of(subject)).getOrDefault(subject, List.of());
        }
        for (var key : keys.reversed()) {
            if (key.wasThereAt(instant)) {
                return key;
            }
        }
        return keys.isEmpty() ? sealedWith(subject, 1) : keys.getFirst();
    }

    /** Returns the first key of a subject, or its tombstone; made where there is none. */
    DataKey first(String subject) {
        var keys = cached(subject);
        if (keys.isEmpty()) {
            make(Set.of(subject));
            keys = cached(subject);
        }
        return keys.isEmpty() ? sealedWith(subject, 1) : keys.getFirst();
    }

    /** Notes that the log has identifiers made of content without a key. */
    public void noteUnkeyedIds() {
        if (!hasUnkeyedIds()) {
            require(Set.of(UNKEYED));
        }
    }

    /** Whether the log has identifiers made of content before there were keys. */
    public boolean hasUnkeyedIds() {
        prefetch(Set.of(UNKEYED));
        return !cached(UNKEYED).isEmpty();
    }

    /**
     * Returns the key with which something of a subject was sealed, or its tombstone.
     *
     * @throws KeysUnusableException if the store has neither
     */
    DataKey sealedWith(String subject, int generation) {
        var found = find(cached(subject), generation);
        if (found == null) {
            found = find(load(Set.of(subject)).getOrDefault(subject, List.of()), generation);
        }
        if (found == null) {
            throw new KeysUnusableException(
                    "The store of keys has no key %d of %s: it is older than the log, or of another register."
                            .formatted(generation, subject),
                    null);
        }
        return found;
    }

    private static @Nullable DataKey find(List<DataKey> keys, int generation) {
        for (var key : keys) {
            if (key.generation() == generation) {
                return key;
            }
        }
        return null;
    }

    /**
     * Destroys the keys of some subjects for good, once what says so is recorded. Meanwhile nothing is sealed for them in this
     * process: who tries is told to try again, so what is recorded afterwards has another key.
     *
     * @param recording records that they are erased; where it fails nothing is erased
     */
    public void erase(Set<String> subjects, Runnable recording) {
        synchronized (erasing) {
            erasing.addAll(subjects);
        }
        try {
            recording.run();
            subjects.forEach(subject -> eraseMadeUpTo(subject, Instant.ofEpochMilli(Long.MAX_VALUE)));
        } finally {
            synchronized (erasing) {
                erasing.removeAll(subjects);
                erasing.notifyAll();
            }
        }
    }

    /** Destroys the keys that a subject had at an instant, also where they came back from a backup. Doing it again changes nothing. */
    public void eraseMadeUpTo(String subject, Instant instant) {
        alone(() -> {
            store.erase(subject, instant, clock.instant());
            cache.remove(subject);
        });
    }

    /** Returns those of some records whose texts, if any, are sealed with a key that is not erased: at the last, all that is left. */
    public Set<String> withKeys(Set<String> records) {
        prefetch(records);
        return records.stream().filter(record -> usable(cached(record)) != null).collect(toSet());
    }

    /** Returns the subjects of the texts, and of an officer the name, that stand on a record, and of the words that found it. */
    public static Set<String> subjectsOf(String record) {
        return Set.of(record, Subjects.ofNamesOn(record), Subjects.ofWordsThatFound(record));
    }

    /**
     * Sees to it that the keys a subject had at an instant are erased, since the log says so: whoever reads that may come before
     * the process that erases them, or after a backup has brought them back. A process that may only read waits for another.
     *
     * @throws KeysUnusableException where they are still there after {@link #PATIENCE}
     */
    void ensureErased(String subject, Instant madeUpTo) {
        cache.remove(subject);
        long since = System.nanoTime();
        while (store.hasKeyMadeUpTo(subject, madeUpTo)) {
            try {
                eraseMadeUpTo(subject, madeUpTo);
            } catch (KeysUnusableException mayOnlyRead) {
                if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw mayOnlyRead;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
        cache.remove(subject);
    }

    private void awaitErasure(Set<String> subjects) {
        synchronized (erasing) {
            try {
                long until = System.nanoTime() + SEALING_WAITS.toNanos();
                while (!Collections.disjoint(erasing, subjects)) {
                    long left = until - System.nanoTime();
                    if (left <= 0) {
                        throw new SealRefusedException("The personal data of the record is being erased");
                    }
                    TimeUnit.NANOSECONDS.timedWait(erasing, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KeysUnusableException("Waiting for an erasure was broken off.", e);
            }
        }
    }

    private void alone(Runnable change) {
        changes.writeLock().lock();
        try {
            change.run();
        } finally {
            changes.writeLock().unlock();
        }
    }

    /** Forgets what is cached of a subject, whose keys another process may have erased. */
    public void forget(String subject) {
        cache.remove(subject);
    }

    /**
     * Wraps all keys anew with the newest version of the master key. It can be broken off and begun again.
     *
     * @return how many
     */
    public long rewrap() {
        long count = 0;
        StoredKey last = null;
        for (var page = store.after(last, REWRAPPED_TOGETHER);
                !page.isEmpty();
                page = store.after(last, REWRAPPED_TOGETHER)) {
            store.replace(page.stream().map(this::rewrapped).toList());
            count += page.size();
            last = page.getLast();
        }
        return count;
    }

    private StoredKey rewrapped(StoredKey key) {
        var wrapped = key.wrapped();
        return wrapped == null
                ? key
                : new StoredKey(
                        key.subject(),
                        key.generation(),
                        master.wrap(master.unwrap(wrapped, key.subject()), key.subject()),
                        key.createdAt());
    }
}
