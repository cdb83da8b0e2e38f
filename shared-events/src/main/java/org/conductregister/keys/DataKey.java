package org.conductregister.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A key of one subject, as it is used. Thread-safe. A tombstone opens nothing. */
final class DataKey {

    /** The length of a key, in bytes. */
    static final int LENGTH = 32;

    private static final byte[] OF_CONTENT = "identifiers of content".getBytes(StandardCharsets.UTF_8);

    private final int generation;
    private final long createdAt;
    private final @Nullable Aead aead;
    private final byte @Nullable [] key;

    /** Made of the key when it is first asked for, which is for few keys. */
    private volatile byte @Nullable [] secret;

    private DataKey(int generation, long createdAt, @Nullable Aead aead, byte @Nullable [] key) {
        this.key = key;
        this.generation = generation;
        this.createdAt = createdAt;
        this.aead = aead;
    }

    static DataKey of(StoredKey stored, byte @Nullable [] key) {
        try {
            return key == null
                    ? new DataKey(stored.generation(), stored.createdAt(), null, null)
                    : new DataKey(stored.generation(), stored.createdAt(), new AesGcmJce(key), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of AES-256-GCM has 32 bytes", e);
        }
    }

    int generation() {
        return generation;
    }

    /** Whether it was there at an instant, give or take the millisecond in which it was made. */
    boolean wasThereAt(Instant instant) {
        return createdAt <= instant.toEpochMilli() + 1;
    }

    /** Whether it is the tombstone of a key. */
    boolean isErased() {
        return aead == null;
    }

    /** Returns 32 bytes that nobody has without the key, for identifiers of content; null once it is erased. */
    byte @Nullable [] secret() {
        if (secret == null && key != null) {
            secret = ContentIds.mac(key).doFinal(OF_CONTENT);
        }
        return secret;
    }

    /** Returns the ciphertext in base64. */
    String seal(String text, String associated) {
        if (aead == null) {
            throw new IllegalStateException("nothing is sealed with a key that is erased");
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(aead.encrypt(
                            text.getBytes(StandardCharsets.UTF_8), associated.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any text", e);
        }
    }

    /**
     * Returns the text that was sealed; null where the key is erased.
     *
     * @throws GeneralSecurityException if it is not what was sealed, or stands in another place
     */
    @Nullable
    String open(String sealed, String associated) throws GeneralSecurityException {
        return aead == null
                ? null
                : new String(
                        aead.decrypt(Base64.getDecoder().decode(sealed), associated.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
    }
}
