package org.conductregister.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/** The identity of one entry, unique over all records. */
public record EntryId(UUID value) {

    private static final int LENGTH = 36;

    /** No fact is earlier, so the days from here on fit 20 bits for some 2,800 years. */
    private static final long FIRST_DAY = LocalDate.of(1829, 1, 1).toEpochDay();

    public static EntryId random() {
        return new EntryId(UUID.randomUUID());
    }

    /**
     * The same day and digest give the same identifier, so that what is sent twice is recorded once: a UUID of version 8
     * (RFC 9562) that begins with 20 bits of the day and goes on with 102 bits of the digest. So the identifiers of a file
     * in order of the day lie together in an index, and recording it touches few of its pages.
     *
     * @param day of the fact, from 1829; {@link LocalDate#EPOCH} where it is not part of what the entry says
     * @param digest of what the entry says, 16 bytes or more; keyed, since a digest of few possible contents can be guessed
     */
    public static EntryId ofDigest(LocalDate day, byte[] digest) {
        var bits = ByteBuffer.wrap(digest);
        long days = day.toEpochDay() - FIRST_DAY;
        long high = (bits.getLong() & 0x00000FFF_FFFF0FFFL) | days << 44 | 0x8000L;
        long low = (bits.getLong() & ~(3L << 62)) | 1L << 63;
        return new EntryId(new UUID(high, low));
    }

    /**
     * Each entry of the log is read through here, so it is done in one go.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID in its usual 36 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EntryId of(String text) {
        if (text.length() != LENGTH) {
            throw notOne();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char letter = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (letter != '-') {
                    throw notOne();
                }
            } else if (!HexFormat.isHexDigit(letter)) {
                throw notOne();
            } else if (i < 18) {
                high = high << 4 | HexFormat.fromHexDigit(letter);
            } else {
                low = low << 4 | HexFormat.fromHexDigit(letter);
            }
        }
        return new EntryId(new UUID(high, low));
    }

    private static IllegalArgumentException notOne() {
        return new IllegalArgumentException("must be a UUID");
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
