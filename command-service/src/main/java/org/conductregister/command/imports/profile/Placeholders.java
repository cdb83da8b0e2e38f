package org.conductregister.command.imports.profile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words and signs that people put where nothing is known. */
final class Placeholders {

    private static final Set<String> WORDS = Set.of(
            "na",
            "n/a",
            "n.a.",
            "n/k",
            "nk",
            "not known",
            "not applicable",
            "not available",
            "not provided",
            "not recorded",
            "not stated",
            "not specified",
            "unknown",
            "unknown officer",
            "unidentified",
            "unidentified officer",
            "not identified",
            "not given",
            "not entered",
            "none given",
            "none stated",
            "no officer",
            "john doe",
            "jane doe",
            "doe, john",
            "see notes",
            "missing",
            "unk",
            "unkn",
            "unspecified",
            "undetermined",
            "undefined",
            "none",
            "nil",
            "null",
            "nan",
            "nat",
            "#n/a",
            "#n/a n/a",
            "#value!",
            "#ref!",
            "#name?",
            "#div/0!",
            "#null!",
            "#num!",
            "#spill!",
            "#calc!",
            "#getting_data",
            "#field!",
            "#busy!",
            "<na>",
            "(blank)",
            "blank",
            "empty",
            "(none)",
            "(null)",
            "no data",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "00/00/0000",
            "00-00-0000",
            "00/00/00",
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be advised",
            "to be determined");

    /** Words that say of nobody in particular in a column of people, and of no number in one of numbers. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?i).*\\b(?:unknown|unidentified|unnamed|unspecified|anon(?:ymous)?|nobody|no ?one|none|various|multiple|several"
                    + "|refused|withheld|redacted|pending|tb[acd]|to be [a-z]+"
                    + "|(?:not|never|un)(?: yet)? ?(?:known|identified|named|stated|given|recorded|provided|disclosed|available|applicable"
                    + "|allocated|assigned|issued|numbered|logged)|awaiting [a-z]+|awaited"
                    + "|no (?:officer|name|number|badge)s?)\\b.*");

    /** Numbers and letters that are typed where a form wants a number and there is nobody. */
    private static final Pattern NO_NUMBER = Pattern.compile("0+(?:\\.0+)?|[xX]+|[zZ]{2,}|9{4,}(?:\\.0)?");

    /** Words that alone in a cell name nobody in particular. */
    private static final Pattern NO_PERSON = Pattern.compile(
            "(?i)(?:no|all|others?|team|force|staff|group|squad|unit|shift|department|dept|u/k|n/r|misc|general|public|(?:civilian|police) staff|civilians?|officers?)\\.?");

    /** Words that say of a thing in question, such as a closing, that it has not happened. */
    private static final Pattern NOT_YET = Pattern.compile(
            "(?i)(?:no|n|false|f|0|nein|non|not(?: yet)?(?: (?:closed|concluded|completed?|finali[sz]ed|resolved|determined|decided|heard|known|done))?|in (?:progress|process|hand)"
                    + "|under (?:investigation|review|appeal)|awaiting [a-z ]+|awaited|to be [a-z]+|tb[acd]"
                    + "|(?:still |case |currently )?(?:(?:re-?)?open(?:ed)?|pending|ongoing|active|live|current|outstanding|unresolved|undetermined)|[✗✘×☐☒❌])[.!]?");

    private static final int LONGEST_OF_NOBODY = 40;

    private static final Pattern SIGNS = Pattern.compile("[-–—_.?/~]{1,10}");

    private Placeholders() {}

    /** Whether a value of a column of numbers looks as if no number had been given. */
    static boolean looksLikeNoNumber(String value) {
        return isWord(value) && NOBODY.matcher(value).matches();
    }

    /** Whether a value is a few words, without a digit. */
    static boolean isWord(String value) {
        return value.length() <= LONGEST_OF_NOBODY && value.chars().noneMatch(Character::isDigit);
    }

    /** Whether a value of a column of people looks as if it stood for nobody. */
    static boolean looksLikeNobody(String value) {
        return looksLikeNoNumber(value)
                || (value.length() <= LONGEST_OF_NOBODY
                        && (NO_NUMBER.matcher(value).matches()
                                || NO_PERSON.matcher(value).matches()));
    }

    /** Whether a value of a column that tells whether something has happened looks as if it had not. */
    static boolean looksLikeNotYet(String value) {
        return value.length() <= LONGEST_OF_NOBODY && NOT_YET.matcher(value).matches();
    }

    static boolean looksLikeOne(String value) {
        return value.length() <= 20
                && (WORDS.contains(value.toLowerCase(Locale.UK))
                        || SIGNS.matcher(value).matches());
    }
}
