package org.conductregister.command.imports.profile;

import java.util.regex.Pattern;

/**
 * Tells a cell that holds several numbers, such as {@code 1234; 5678}, where one is wanted: taken as one, they would be a case or
 * a person that there is not.
 */
public final class JoinedNumbers {

    /** They part numbers and names alike. */
    private static final Pattern LINES_OF_A_CELL = Pattern.compile("\\s*[;|\\n\\r]\\s*");

    /** They stand within names and numbers too, and part what has a digit on both sides. */
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*,\\s*|\\s+(?:&|\\+|/|and|und|et|y)\\s+|&");

    /** Numbers of people with a stroke between them, {@code 12/13}, or a blank: {@code PC12 PC13}, {@code 1234 5678}. */
    private static final Pattern BADGES =
            Pattern.compile("\\d{2,}(?:/\\d{2,})+|(\\p{L}+)\\d{2,}(?:\\s+\\1\\d{2,})+|\\d{4,}(?:\\s+\\d{4,})+");

    private JoinedNumbers() {}

    /**
     * Whether a cell holds several numbers of cases, people or allegations.
     *
     * @param person whether it is to be one person: then {@code 1234/5678} and {@code 1234 5678} are two, which may be one number of a case
     */
    public static boolean looksLikeSeveral(String text, boolean person) {
        return mayPart(text)
                && (parts(LINES_OF_A_CELL, text, false)
                        || parts(BETWEEN_NUMBERS, text, true)
                        || (person && BADGES.matcher(text).matches()));
    }

    private static boolean mayPart(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" ,;|&/\n\r".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean parts(Pattern separator, String text, boolean digits) {
        if (!separator.matcher(text).find()) {
            return false;
        }
        int stated = 0;
        for (var part : separator.split(text, -1)) {
            if (part.isBlank()) {
                continue;
            }
            stated++;
            if (digits && part.chars().noneMatch(Character::isDigit)) {
                return false;
            }
        }
        return stated > 1;
    }
}
