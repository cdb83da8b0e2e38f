package org.conductregister.query.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * The words that somebody typed. Words that most texts have, such as "the", are left out where there are others.
 *
 * @param words at most {@value #MOST}
 */
public record SearchWords(List<Word> words) {

    /** More words than this are not looked at. */
    private static final int MOST = 20;

    /**
     * One word.
     *
     * @param joined its letters and digits, folded
     * @param parts what other characters divide it into; itself where they do not
     * @param terms what text has where it has this word: the word, its parts and their stems
     * @param neighbours it joined with the word before and with the one after: somebody may type {@code o brien}
     */
    record Word(String joined, List<String> parts, List<String> terms, List<String> neighbours) {

        /** Identifiers are found as they are typed, for another number is another record. */
        boolean mayBeMisspelt() {
            return joined.length() >= 3 && joined.chars().noneMatch(Character::isDigit);
        }

        /** The letters that may be wrong, left out, added or interchanged: one of up to five, else two. */
        int mistakes() {
            return joined.length() <= 5 ? 1 : 2;
        }
    }

    /** The words of a text; none where it has no letter and no digit. */
    public static SearchWords of(@Nullable String text) {
        if (text == null) {
            return new SearchWords(List.of());
        }
        var typed = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !TextAnalysis.joined(word).isEmpty())
                .limit(MOST)
                .toList();
        var telling = typed.stream()
                .filter(word -> !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(TextAnalysis.joined(word)))
                .toList();
        return new SearchWords(wordsOf(telling.isEmpty() ? typed : telling));
    }

    private static List<Word> wordsOf(List<String> typed) {
        var joined = typed.stream().map(TextAnalysis::joined).toList();
        var words = new ArrayList<Word>(typed.size());
        for (int i = 0; i < typed.size(); i++) {
            var neighbours = new ArrayList<String>(2);
            if (i > 0) {
                neighbours.add(joined.get(i - 1) + joined.get(i));
            }
            if (i < typed.size() - 1) {
                neighbours.add(joined.get(i) + joined.get(i + 1));
            }
            var terms = List.copyOf(TextAnalysis.terms(typed.get(i)));
            words.add(new Word(joined.get(i), TextAnalysis.parts(typed.get(i)), terms, neighbours));
        }
        return List.copyOf(words);
    }

    /** All of them joined, as an identifier that has blanks may be typed. */
    String whole() {
        return String.join("", words.stream().map(Word::joined).toList());
    }

    /** Whether nothing can be found by them. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
