package org.conductregister.command.imports.sheet;

import java.util.regex.Pattern;

/** Text without what nobody sees: two numbers that look alike are one. */
final class PlainText {

    /** The first character besides those of ASCII that may be a blank or invisible: the blank that does not break a line. */
    private static final char FIRST = '\u00A0';

    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");

    private PlainText() {}

    /** The text with a plain blank for every kind of blank, and without signs that have no width. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST) {
                return INVISIBLE.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("");
            }
        }
        return text;
    }
}
