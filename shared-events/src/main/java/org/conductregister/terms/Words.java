package org.conductregister.terms;

import java.util.regex.Pattern;

/** The spelling of identifiers, codes and text, in one place, so that every value type refuses the same nonsense. */
final class Words {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,63}");

    private Words() {}

    static void identifier(String value) {
        if (!IDENTIFIER.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    static void code(String value) {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 capital letters, digits or '_', not beginning with '_'");
        }
    }

    static void text(String value, int longest) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (value.length() > longest) {
            throw new IllegalArgumentException("must not be longer than " + longest + " characters");
        }
        if (value.chars().anyMatch(Words::isForbidden)) {
            throw new IllegalArgumentException("must not contain control characters");
        }
        if (value.codePoints().anyMatch(Words::isLoneSurrogate)) {
            throw new IllegalArgumentException("must not contain half a character (a lone surrogate)");
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** What no encoding can write: it would be stored as something else than was sent. */
    private static boolean isLoneSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
