package org.conductregister.web.requests;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds, among names that there are, those that somebody may have meant by one that there is not. */
public final class SimilarNames {

    private static final int MOST = 3;
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private SimilarNames() {}

    /**
     * Returns up to three names, the most similar first: those that differ in the case of letters alone or in a few
     * letters, and those that begin with what was given. Costs a comparison with each name.
     */
    public static List<String> of(String given, Collection<String> names) {
        var lower = lower(given);
        return names.stream()
                .distinct()
                .filter(name -> isSimilar(lower, lower(name)))
                .sorted(Comparator.<String>comparingInt(name -> EDITS.apply(lower, lower(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Returns {@code "; did you mean asAt?"}, or nothing where no name is similar. */
    public static String question(String given, Collection<String> names) {
        var similar = of(given, names);
        return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    }

    private static boolean isSimilar(String given, String name) {
        if (given.length() > name.length() + 3) { // before edits are counted: what was given may be very long
            return false;
        }
        int most = name.length() < 4 ? 1 : Math.max(2, name.length() / 3); // two letters changed over are two edits
        return EDITS.apply(given, name) <= most || (given.length() >= 3 && name.startsWith(given));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
