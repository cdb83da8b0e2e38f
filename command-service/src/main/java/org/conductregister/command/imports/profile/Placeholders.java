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
            "<na>",
            "(blank)",
            "blank",
            "empty",
            "(none)",
            "(null)",
            "no data",
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be advised",
            "to be determined");

    private static final Pattern SIGNS = Pattern.compile("[-–—_.?/~]{1,10}");

    private Placeholders() {}

    static boolean looksLikeOne(String value) {
        return value.length() <= 20
                && (WORDS.contains(value.toLowerCase(Locale.UK))
                        || SIGNS.matcher(value).matches());
    }
}
