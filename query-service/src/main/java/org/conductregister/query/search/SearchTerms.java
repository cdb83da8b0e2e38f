package org.conductregister.query.search;

import java.util.Set;
import org.conductregister.query.search.index.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * The people and words for which cases are searched.
 *
 * @param officers of whom an allegation must be against at least one; empty for no limit
 * @param words null for no limit; one without words, as of punctuation alone, finds nothing
 */
record SearchTerms(Set<String> officers, @Nullable SearchWords words) {

    static SearchTerms of(Set<String> officers, @Nullable String text) {
        return new SearchTerms(officers, text == null ? null : SearchWords.of(text));
    }

    /** Whether they are no limit. */
    boolean isEmpty() {
        return officers.isEmpty() && words == null;
    }
}
