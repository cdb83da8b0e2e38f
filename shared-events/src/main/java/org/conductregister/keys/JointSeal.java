package org.conductregister.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Seals a text that stands in no fact and concerns several subjects, such as words that somebody searched for. It is sealed with a key
 * that is derived from the keys of all its subjects (HMAC with SHA-256), so that erasing the key of any of them is the end of it. Thread-safe.
 */
public final class JointSeal {

    private static final byte[] PURPOSE = "sealed jointly".getBytes(StandardCharsets.UTF_8);
    private static final Instant ALL = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final DataKeys keys;

    public JointSeal(DataKeys keys) {
        this.keys = keys;
    }

    /** Returns the subject of words by which a record was found; its key goes with those of the record. */
    public static String wordsThatFound(String record) {
        return Subjects.ofWordsThatFound(record);
    }

    /** Makes those keys that are missing, in one transaction. */
    public void prepare(Collection<String> subjects) {
        keys.make(new HashSet<>(subjects));
    }

    /**
     * Seals a text.
     *
     * @param subjects at least one, in an order that {@link #open} is told again
     * @param place authenticated with the text, which opens in that place alone
     */
    public String seal(List<String> subjects, String place, String text) {
        prepare(subjects);
        var parts = subjects.stream().map(keys::current).toList();
        var generations =
                parts.stream().map(key -> Integer.toString(key.generation())).collect(Collectors.joining(","));
        return generations + "." + Objects.requireNonNull(joined(parts)).seal(text, place);
    }

    /**
     * Returns the text that {@link #seal} sealed; null once the key of one of its subjects is erased.
     *
     * @throws KeysUnusableException if it is not what was sealed in that place
     */
    public @Nullable String open(List<String> subjects, String place, String sealed) {
        try {
            int dot = sealed.indexOf('.');
            var generations = sealed.substring(0, dot).split(",", -1);
            if (generations.length != subjects.size()) {
                throw new IllegalArgumentException("a text of other subjects");
            }
            keys.prefetch(new HashSet<>(subjects));
            var parts = new ArrayList<DataKey>();
            for (int i = 0; i < generations.length; i++) {
                parts.add(keys.sealedWith(subjects.get(i), Integer.parseInt(generations[i])));
            }
            var key = joined(parts);
            return key == null ? null : key.open(sealed.substring(dot + 1), place);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new KeysUnusableException("A text of %s is not what was once sealed.".formatted(subjects), e);
        }
    }

    /** Returns null where one of them is erased. */
    private static @Nullable DataKey joined(List<DataKey> parts) {
        if (parts.stream().anyMatch(DataKey::isErased)) {
            return null;
        }
        var mac = ContentIds.mac(Objects.requireNonNull(parts.getFirst().secret()));
        mac.update(PURPOSE);
        parts.stream().skip(1).forEach(key -> mac.update(Objects.requireNonNull(key.secret())));
        return DataKey.of(new StoredKey("", 1, null, 0), mac.doFinal());
    }

    /** Erases the key of a subject for good. */
    public void erase(String subject) {
        keys.eraseMadeUpTo(subject, ALL);
    }
}
