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
 * The people and words for which cases are searched.
 *
 * @param officers of whom an allegation must be against at least one; empty for no limit
 * @param words in lower case; each must be part of the case's number, its title, a summary or the name of an officer
 */
record SearchTerms(Set<String> officers, List<String> words) {

    static SearchTerms of(Set<String> officers, @Nullable String text) {
        var words = text == null
                ? List.<String>of()
                : Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .toList();
        return new SearchTerms(officers, words);
    }

    /** Whether a case, by its name, is about it at these times. */
    Predicate<String> at(PointInTime times, SearchView view) {
        if (officers.isEmpty() && words.isEmpty()) {
            return Listing.EVERY_RECORD;
        }
        return caseId -> {
            var mentions = view.of(caseId);
            return isAbout(caseId, mentions.all())
                    && isAbout(caseId, mentions.inEffect(times).toList());
        };
    }

    /** Whether a case may match. Called for each case of the register, so it allocates nothing. More mentions never make it false. */
    private boolean isAbout(String caseId, List<Mention> mentions) {
        for (var word : words) {
            if (!isIn(word, caseId) && !isIn(word, mentions)) {
                return false;
            }
        }
        return officers.isEmpty() || namesAnOfficer(mentions);
    }

    private boolean namesAnOfficer(List<Mention> mentions) {
        for (var mention : mentions) {
            if (mention.officerId() != null && officers.contains(mention.officerId())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(String word, List<Mention> mentions) {
        for (var mention : mentions) {
            if ((mention.words() != null && mention.words().contains(word))
                    || (mention.officerId() != null && isIn(word, mention.officerId()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(String word, String name) {
        int last = name.length() - word.length();
        for (int i = 0; i <= last; i++) {
            if (isAt(i, word, name)) {
                return true;
            }
        }
        return false;
    }

    /** Compares without regard to case, letter by letter: record numbers have only letters with one lower-case letter. */
    private static boolean isAt(int begin, String word, String name) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(name.charAt(begin + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
