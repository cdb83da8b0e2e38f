package org.conductregister.entries;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly, and repairs text that UTF-8 cannot encode. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Returns the text that the bytes are.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8; nothing is replaced
     */
    public static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The text with halves of characters replaced, which could not be written: JSON can spell them in escapes. */
    static String printable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
