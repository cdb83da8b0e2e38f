package org.conductregister.web.accesslog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Words that somebody searched for. They are kept sealed, until one of the records that they found is erased, and for
 * {@link WordStore#KEPT} at the most. Immutable.
 *
 * @param words as they were typed
 * @param records that were shown, and the officers named in these, as in {@code officer/LAN-O-17}
 */
public record SearchedWords(@JsonValue String words, List<String> records) {

    /** The most characters that are kept. */
    static final int LONGEST = 500;

    public SearchedWords {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        records = List.copyOf(records);
    }

    /** Whether one of some records was found. */
    boolean found(Set<String> some) {
        return !Collections.disjoint(records, some);
    }
}
