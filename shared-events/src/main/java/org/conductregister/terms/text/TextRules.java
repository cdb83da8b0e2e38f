package org.conductregister.terms.text;

import java.util.function.IntPredicate;

/**
 * The spelling of identifiers, codes and text, in one place, so that every value type refuses the same nonsense. Each fact
 * of the log is read through here, so no pattern is matched.
 */
public final class TextRules {

    private static final int LONGEST = 64;

    private TextRules() {}

    public static void identifier(String value) {
        if (!consistsOf(value, TextRules::isOfIdentifiers)) {
            throw new IllegalArgumentException("must be 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    private static boolean consistsOf(String value, IntPredicate letters) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!letters.test(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfIdentifiers(int letter) {
        return isOfCodes(letter) || (letter >= 'a' && letter <= 'z') || letter == '.' || letter == '-';
    }

    private static boolean isOfCodes(int letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
    }

    public static void code(String value) {
        if (!consistsOf(value, TextRules::isOfCodes) || value.charAt(0) == '_') {
            throw new IllegalArgumentException(
                    "must be 1 to 64 capital letters, digits or '_', not beginning with '_'");
        }
    }

    public static void text(String value, int longest) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (value.length() > longest) {
            throw new IllegalArgumentException("must not be longer than " + longest + " characters");
        }
        if (value.codePoints().anyMatch(TextRules::isControl)) {
            throw new IllegalArgumentException("must not contain control characters");
        }
        if (value.codePoints().anyMatch(TextRules::isHalfACharacter)) {
            throw new IllegalArgumentException("must not contain half a character, a surrogate alone");
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** JSON can spell one; no encoding of Unicode can store it. */
    private static boolean isHalfACharacter(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }
}
