package org.conductregister.query.search.index;

import static java.util.Objects.requireNonNullElse;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How what is written becomes terms. Case, accents and the kinds of apostrophe make no difference, and what stands between
 * letters and digits divides a word into parts that are terms beside the whole: {@code O’Brien} is {@code obrien}, {@code o}
 * and {@code brien}. Thread-safe.
 */
final class TextAnalysis {

    private static final int PARTS_AND_WHOLE = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.CATENATE_ALL
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

    private static final Normalizer2 FOLDING = ICUFoldingFilter.NORMALIZER;

    /** Analyses running text: each term as written, and its stem. */
    static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new WhitespaceTokenizer();
            var folded = new ICUFoldingFilter(new WordDelimiterGraphFilter(tokenizer, PARTS_AND_WHOLE, null));
            var stemmed = new PorterStemFilter(new KeywordRepeatFilter(folded));
            return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(stemmed));
        }
    };

    /** Two more than usual, since names of several syllables would otherwise sound alike too often. */
    private static final int LENGTH_OF_SOUND = 6;

    private TextAnalysis() {}

    /** The terms of a text, each once, in order. */
    static Set<String> terms(String text) {
        var terms = new LinkedHashSet<String>();
        try (TokenStream tokens = WORDS.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** One or two codes for the sound of a name in English, by the Double Metaphone algorithm; none for one without letters. */
    static Set<String> sounds(String term) {
        var encoder = new DoubleMetaphone();
        encoder.setMaxCodeLen(LENGTH_OF_SOUND);
        var sounds = new LinkedHashSet<String>();
        sounds.add(requireNonNullElse(encoder.doubleMetaphone(term), ""));
        sounds.add(requireNonNullElse(encoder.doubleMetaphone(term, true), ""));
        sounds.remove("");
        return sounds;
    }

    /** The letters and digits of a text as one term; empty where it has none. */
    static String joined(String text) {
        return String.join("", parts(text));
    }

    /** Returns the runs of letters and digits in a text, each as a term. */
    static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isPartOfTerm(character)) {
                part.appendCodePoint(character);
            } else {
                addFolded(part, parts);
            }
        });
        addFolded(part, parts);
        return parts;
    }

    private static void addFolded(StringBuilder part, List<String> parts) {
        var folded = FOLDING.normalize(part);
        if (!folded.isEmpty()) {
            parts.add(folded);
        }
        part.setLength(0);
    }

    private static boolean isPartOfTerm(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    /**
     * By what an identifier is found beside all of it: each of its terms, and those it ends with joined. {@code LAN-2012-0007} is
     * {@code lan20120007}, {@code 20120007}, {@code 0007}, {@code lan} and {@code 2012}.
     */
    static Set<String> partsAndEndings(String identifier) {
        var parts = parts(identifier);
        var all = new LinkedHashSet<String>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(String.join("", parts.subList(i, parts.size())));
        }
        all.addAll(parts);
        return all;
    }
}
