package org.conductregister.query.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A dimension by which the units of one kind can be grouped.
 *
 * @param name as in requests and answers
 * @param words every value it can have, where {@code values} is WORD; else empty. Where several allegations of one
 *     person differ, the earliest word is that person's
 */
public record Dimension(String name, Values values, List<String> words) {

    /** The kind of values of a dimension. */
    public enum Values {
        /** A string from a fixed list. */
        WORD,
        /** A string from a list that grows: a code or an identifier. */
        CODE,
        /** Strings from a list that grows, of which one member can have several: it is in the group of each, so groups overlap. */
        CODES,
        /** A whole number. */
        NUMBER,
        /** A year from 1 April to 31 March, such as 2016/17. */
        FINANCIAL_YEAR,
        /** True or false. */
        FLAG
    }

    /** The form of a financial year, such as {@code 2018/19}. */
    public static final Pattern FINANCIAL_YEAR = Pattern.compile("[0-9]{4}/[0-9]{2}");

    /** The order of groups: alphabetical, numerical, false before true; sets as their elements in order. */
    public static final Comparator<Object> ORDER = Dimension::compare;

    /**
     * Reads a value from a request.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    public Object parse(String text) {
        return switch (values) {
            case CODE, CODES -> text;
            case WORD -> {
                if (!words.contains(text)) {
                    throw new IllegalArgumentException("must be one of " + String.join(", ", words));
                }
                yield text;
            }
            case NUMBER -> number(text);
            case FINANCIAL_YEAR -> financialYear(text);
            case FLAG ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("must be true or false");
                };
        };
    }

    /** Whether one member can have several values, so that the groups add up to more than there are members. */
    public boolean severalHold() {
        return values == Values.CODES;
    }

    private static String financialYear(String text) {
        if (!FINANCIAL_YEAR.matcher(text).matches()
                || (Integer.parseInt(text.substring(2, 4)) + 1) % 100 != Integer.parseInt(text.substring(5))) {
            throw new IllegalArgumentException("must be a financial year, such as 2016/17");
        }
        return text;
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
        if (a instanceof Set<?> one && b instanceof Set<?> other) {
            return new TreeSet<>(one).toString().compareTo(new TreeSet<>(other).toString());
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
