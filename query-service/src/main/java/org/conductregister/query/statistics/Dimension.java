package org.conductregister.query.statistics;

import java.util.Comparator;
import java.util.List;

/**
 * What the units of one kind can be grouped by.
 *
 * @param name as in requests and answers
 * @param words every value it can have, where {@code values} is WORD; else empty. Where several allegations of one
 *     person differ, the earliest word is that person's
 */
public record Dimension(String name, Values values, List<String> words) {

    /** What its values are. */
    public enum Values {
        /** A string from a fixed list. */
        WORD,
        /** A string from a list that grows: a code or an identifier. */
        CODE,
        /** A whole number. */
        NUMBER,
        /** True or false. */
        FLAG
    }

    /** The order of groups: alphabetical, numerical, false before true. */
    public static final Comparator<Object> ORDER = Dimension::compare;

    /**
     * Reads a value from a request.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    public Object parse(String text) {
        return switch (values) {
            case CODE -> text;
            case WORD -> {
                if (!words.contains(text)) {
                    throw new IllegalArgumentException("must be one of " + String.join(", ", words));
                }
                yield text;
            }
            case NUMBER -> number(text);
            case FLAG ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("must be true or false");
                };
        };
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    @SuppressWarnings("unchecked") // the values of one dimension are of one type, which compares with itself
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
