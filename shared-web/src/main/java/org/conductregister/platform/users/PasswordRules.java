package org.conductregister.platform.users;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conductregister.platform.people.Person;

/**
 * The rules of a password (NIST SP 800-63B, OWASP ASVS 5 chapter 6.2): long enough, of any characters, and none that
 * is tried first. What is tried first is known to zxcvbn: lists of common passwords, names and words, keyboard runs,
 * repetitions, years, and the user's own name. Thread-safe; a check takes some milliseconds.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Its time grows faster than the length, and a longer password is not weaker for its end. */
    private static final int ESTIMATED = 64;

    /** The least strength, of 0 to 4: from here on more than a million guesses are needed. */
    private static final int STRONG_ENOUGH = 2;

    private final Zxcvbn estimator = new Zxcvbn();

    /** Returns the fault of a password as a sentence; empty where it will do. */
    Optional<String> fault(String password, Person person) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("The password must have %d characters or more".formatted(SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of("The password must have %d characters or fewer".formatted(LONGEST));
        }
        return isGuessed(password, person)
                ? Optional.of("The password is too easy to guess: choose other words, or more of them")
                : Optional.empty();
    }

    private boolean isGuessed(String password, Person person) {
        var normal = normalised(password);
        var beginning = normal.substring(0, Math.min(ESTIMATED, normal.length()));
        var known = new ArrayList<>(List.of(person.id(), "conduct", "register", "conductregister", "police"));
        known.addAll(List.of(person.name().split("\\s+")));
        var withoutSpaces = beginning.replace(" ", "");
        return estimator.measure(beginning, known).getScore() < STRONG_ENOUGH
                || estimator.measure(withoutSpaces, known).getScore() < STRONG_ENOUGH;
    }

    /** The same characters, however a keyboard composed them. */
    static String normalised(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
