package org.conductregister.terms.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.conductregister.terms.text.TextRules;

/** The number that a force or another body itself gives a case, such as {@code CO 12/19}, as written. Not a person's name. */
public record Reference(@JsonValue String value) {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 100;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reference {
        TextRules.text(value, LONGEST);
    }

    /** The form in which two ways to write one number are the same: the case of letters and the width of gaps do not count. */
    public String comparable() {
        return value.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
