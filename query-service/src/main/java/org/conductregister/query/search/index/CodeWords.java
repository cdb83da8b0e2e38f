package org.conductregister.query.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.search.index.SearchWords.Word;

/**
 * The words of the labels of code lists, as they are now. The index has codes alone, so a label that an administrator changes
 * is found from the next search on. Thread-safe.
 */
final class CodeWords {

    private static final int SHORTEST_BEGINNING = 3;

    private final ListedCodes lists;

    /** By label; grows with the number of labels ever given. */
    private final Map<String, Set<String>> terms = new ConcurrentHashMap<>();

    CodeWords(ListedCodes lists) {
        this.lists = lists;
    }

    /** The codes, as they are indexed, whose label has the word or begins a word with it. */
    List<String> of(RecordKind kind, Word word) {
        return find(
                kind,
                term -> word.terms().contains(term)
                        || (word.joined().length() >= SHORTEST_BEGINNING && term.startsWith(word.joined())),
                word.joined());
    }

    /** The codes, as they are indexed, whose label has a word that is spelt nearly like this. */
    List<String> similarTo(RecordKind kind, Word word) {
        var distance = new LevenshteinDistance(word.mistakes());
        return find(kind, term -> distance.apply(word.joined(), term) >= 0, word.joined());
    }

    private List<String> find(RecordKind kind, Predicate<String> isWanted, String asCode) {
        var codes = new ArrayList<String>();
        for (var list : listsOf(kind)) {
            lists.labels(list).forEach((code, label) -> {
                if (terms(label).stream().anyMatch(isWanted)
                        || TextAnalysis.joined(code).equals(asCode)) {
                    codes.add(Findable.code(list, code));
                }
            });
        }
        return codes;
    }

    private static List<CodeList> listsOf(RecordKind kind) {
        return switch (kind) {
            case CASE -> List.of(CodeList.CATEGORIES, CodeList.FORCES);
            case OFFICER -> List.of(CodeList.FORCES);
            case RECOMMENDATION -> List.of(CodeList.THEMES);
        };
    }

    private Set<String> terms(String label) {
        return terms.computeIfAbsent(label, TextAnalysis::terms);
    }
}
