package org.conductregister.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names one entry, over all records and for ever. */
public record EntryId(UUID value) {

    /** {@link UUID#fromString} alone takes other spellings too, and cuts off what does not fit. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public static EntryId random() {
        return new EntryId(UUID.randomUUID());
    }

    /**
     * The same content gives the same identifier, so that what is sent twice is recorded once: the first 122 bits of its
     * SHA-256, as a UUID of version 8 (RFC 9562).
     */
    public static EntryId ofContent(byte[] content) {
        var digest = ByteBuffer.wrap(sha256().digest(content));
        long high = digest.getLong() & ~0xF000L | 0x8000L;
        long low = digest.getLong() & ~(3L << 62) | 1L << 63;
        return new EntryId(new UUID(high, low));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID in its usual 36 characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EntryId of(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return new EntryId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
