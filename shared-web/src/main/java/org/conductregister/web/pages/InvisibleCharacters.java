package org.conductregister.web.pages;

import java.util.Locale;

/**
 * Shows characters that cannot be seen, and those that turn the direction of what follows, by their codes. A name that contains
 * them could look like another, and a note could hide words of it.
 */
final class InvisibleCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int VARIATION_SELECTOR_FOR_EMOJI = 0xFE0F;

    private InvisibleCharacters() {}

    /** Whether a text has any. */
    static boolean areIn(CharSequence text) {
        return text.codePoints().anyMatch(InvisibleCharacters::isSuspect);
    }

    /**
     * Returns the text with each of them replaced by its code, such as {@code U+202E}. Joiners within words and within signs made of
     * several stay, since some languages and emoji are written with them.
     *
     * @param before what stands before a code
     * @param after what stands behind it
     */
    static String shown(CharSequence text, String before, String after) {
        var shown = new StringBuilder(text.length() + 64);
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            if (isSuspect(all[i]) && !joins(all, i)) {
                shown.append(before)
                        .append(String.format(Locale.ROOT, "U+%04X", all[i]))
                        .append(after);
            } else {
                shown.appendCodePoint(all[i]);
            }
        }
        return shown.toString();
    }

    private static boolean joins(int[] all, int at) {
        boolean joiner = all[at] == ZERO_WIDTH_JOINER || all[at] == ZERO_WIDTH_NON_JOINER;
        return joiner && at > 0 && at + 1 < all.length && isJoined(all[at - 1]) && isJoined(all[at + 1]);
    }

    /** Latin, Greek and Cyrillic letters are never joined. */
    private static boolean isJoined(int character) {
        return (character >= 0x0590 && Character.isLetter(character))
                || Character.getType(character) == Character.OTHER_SYMBOL
                || Character.getType(character) == Character.MODIFIER_SYMBOL
                || (Character.getType(character) == Character.NON_SPACING_MARK && character >= 0x0590);
    }

    private static boolean isSuspect(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> isBlank(character);
        };
    }

    /** Letters and marks that are drawn as nothing: fillers of Hangul, an empty Braille cell, selectors of variants. */
    private static boolean isBlank(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0
                || (character >= 0xFE00 && character < VARIATION_SELECTOR_FOR_EMOJI)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
