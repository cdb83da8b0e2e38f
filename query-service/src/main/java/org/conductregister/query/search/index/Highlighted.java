package org.conductregister.query.search.index;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.conductregister.query.search.index.SearchWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * A text in parts, of which those that have what was searched for are marked. Plain text: who shows it on a page escapes it.
 */
public record Highlighted(List<Part> parts) {

    private static final String FIELD = "text";
    private static final int MOST_AROUND = 120;
    private static final String LEFT_OUT = "…";

    /**
     * A part of a text.
     *
     * @param match whether it is what was searched for
     */
    @Schema(name = "HighlightedPart", description = "A part of a text, and whether it is what was searched for.")
    public record Part(String text, boolean match) {}

    /** All of a short text. */
    public static Highlighted whole(SearchWords words, String text) {
        var found = highlight(words, text, new WholeBreakIterator());
        return found == null ? new Highlighted(List.of(new Part(text, false))) : found;
    }

    /** The passage of a text that has most of the words; null where it has none of them. */
    public static @Nullable Highlighted passage(SearchWords words, String text) {
        var found = highlight(words, text, BreakIterator.getSentenceInstance(Locale.UK));
        return found == null ? null : found.shortened();
    }

    private static @Nullable Highlighted highlight(SearchWords words, String text, BreakIterator passages) {
        var highlighter = UnifiedHighlighter.builderWithoutSearcher(TextAnalysis.WORDS)
                .withBreakIterator(() -> (BreakIterator) passages.clone())
                .withFormatter(new InParts())
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(0)
                .build();
        try {
            return (Highlighted) highlighter.highlightWithoutSearcher(FIELD, query(words, text), text, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Similar words are marked for a word that the text does not have as typed. */
    private static Query query(SearchWords words, String text) {
        var terms = TextAnalysis.terms(text);
        var any = new BooleanQuery.Builder();
        for (var word : words.words()) {
            addTyped(word, any);
            boolean isThere = terms.stream()
                    .anyMatch(term ->
                            term.startsWith(word.joined()) || word.terms().contains(term));
            if (!isThere && word.mayBeMisspelt()) {
                any.add(new FuzzyQuery(new Term(FIELD, word.joined()), word.mistakes()), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static void addTyped(Word word, BooleanQuery.Builder any) {
        any.add(new TermQuery(new Term(FIELD, word.joined())), Occur.SHOULD);
        word.terms().forEach(term -> any.add(new TermQuery(new Term(FIELD, term)), Occur.SHOULD));
        word.neighbours().forEach(both -> any.add(new TermQuery(new Term(FIELD, both)), Occur.SHOULD));
        if (word.joined().length() > 1) {
            any.add(new PrefixQuery(new Term(FIELD, word.joined())), Occur.SHOULD);
        }
    }

    /** With what is far from every match left out. */
    private Highlighted shortened() {
        var some = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            some.add(part.match() ? part : new Part(shortened(part.text(), i == 0, i == parts.size() - 1), false));
        }
        return new Highlighted(some);
    }

    private static String shortened(String text, boolean isFirst, boolean isLast) {
        int length = text.length();
        if (isFirst) {
            return length <= MOST_AROUND ? text : LEFT_OUT + text.substring(length - MOST_AROUND);
        }
        if (isLast) {
            return length <= MOST_AROUND ? text : text.substring(0, MOST_AROUND) + LEFT_OUT;
        }
        return length <= 2 * MOST_AROUND
                ? text
                : text.substring(0, MOST_AROUND) + " " + LEFT_OUT + " " + text.substring(length - MOST_AROUND);
    }

    private static final class InParts extends PassageFormatter {

        @Override
        public Highlighted format(Passage[] passages, String text) {
            var parts = new ArrayList<Part>();
            for (var passage : passages) {
                addParts(passage, text, parts);
            }
            return new Highlighted(parts);
        }

        /** Matches may overlap: a whole word and its parts are terms. */
        private static void addParts(Passage passage, String text, List<Part> parts) {
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = passage.getMatchEnds()[i];
                for (; i + 1 < passage.getNumMatches() && passage.getMatchStarts()[i + 1] < end; i++) {
                    end = Math.max(end, passage.getMatchEnds()[i + 1]);
                }
                end = Math.min(end, passage.getEndOffset());
                if (start < end) {
                    add(text.substring(at, start), false, parts);
                    add(text.substring(start, end), true, parts);
                    at = end;
                }
            }
            add(text.substring(at, passage.getEndOffset()), false, parts);
        }

        private static void add(String text, boolean match, List<Part> parts) {
            if (!text.isEmpty()) {
                parts.add(new Part(text, match));
            }
        }
    }
}
