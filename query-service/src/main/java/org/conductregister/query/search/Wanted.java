package org.conductregister.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a search is about.
 *
 * @param officers any of whom some allegation must be against; all pass where it is empty
 * @param words in lower case; each must be part of the case's name, its title, a summary or the name of an officer
 */
record Wanted(Set<String> officers, List<String> words) {

    static Wanted of(Set<String> officers, @Nullable String text) {
        var words = text == null
                ? List.<String>of()
                : Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .toList();
        return new Wanted(officers, words);
    }

    /** Whether a case, by its name, is about it at these times. */
    Predicate<String> at(PointInTime times, SearchView view) {
        if (officers.isEmpty() && words.isEmpty()) {
            return Listing.EVERY_RECORD;
        }
        return caseId -> {
            var mentions = view.of(caseId).inEffect(times).toList();
            return namesAnOfficer(mentions)
                    && words.stream().allMatch(word -> isIn(word, caseId) || isIn(word, mentions));
        };
    }

    private boolean namesAnOfficer(List<Mention> mentions) {
        return officers.isEmpty()
                || mentions.stream()
                        .anyMatch(mention -> mention.officerId() != null && officers.contains(mention.officerId()));
    }

    private static boolean isIn(String word, List<Mention> mentions) {
        return mentions.stream()
                .anyMatch(mention -> mention.words() != null && mention.words().contains(word)
                        || mention.officerId() != null && isIn(word, mention.officerId()));
    }

    private static boolean isIn(String word, String name) {
        return name.toLowerCase(Locale.ROOT).contains(word);
    }
}
