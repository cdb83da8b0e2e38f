package org.conductregister.query.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.search.index.SearchWords.Word;

/**
 * The Lucene query of one word. What it finds as an identifier scores most, then as a name, then as a word of a text, by BM25;
 * a beginning less than the whole, and a similar spelling less than any of these.
 */
final class WordQueries {

    private static final float KEY = 1000;
    private static final float PART_OF_KEY = 500;
    private static final float BEGINNING_OF_KEY = 300;
    private static final float NAME = 120;
    private static final float PART_OF_NAME = 90;
    private static final float BEGINNING_OF_NAME = 80;
    private static final float BEGINNING_OF_PART = 65;
    private static final float NAME_OF_OFFICER = 60;
    private static final float NAME_WITH_ONE_MISTAKE = 45;
    private static final float NAME_WITH_MISTAKES = 35;
    private static final float SOUND_OF_NAME = 30;
    private static final float PART_WITH_MISTAKES = 25;
    private static final float SIMILAR_NAME_OF_OFFICER = 20;
    private static final float CODE = 6;
    private static final float STEM = 0.7f;
    private static final float BEGINNING_OF_WORD = 0.01f;
    private static final float SIMILAR_WORD = 0.001f;
    private static final float SIMILAR_CODE = 0.005f;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST_EXPANSIONS = 50;

    private final RecordKind kind;
    private final CodeWords codes;

    WordQueries(RecordKind kind, CodeWords codes) {
        this.kind = kind;
        this.codes = codes;
    }

    /** Returns the query for texts that have the word as it is typed, or begin with it. */
    Query typed(Word word, String whole) {
        var any = new ArrayList<Query>();
        any.addAll(keys(word, whole));
        any.addAll(names(word));
        any.addAll(texts(word));
        addCodes(codes.of(kind, word), CODE, any);
        return anyOf(any);
    }

    /** Returns the query for texts with a word that is spelt, or a name that sounds, nearly like it. */
    Query similar(Word word) {
        var any = new ArrayList<Query>();
        any.addAll(similarNames(word));
        var text = new Term(Fields.text(kind), word.joined());
        any.add(new BoostQuery(new FuzzyQuery(text, word.mistakes(), 1, MOST_EXPANSIONS, true), SIMILAR_WORD));
        addCodes(codes.similarTo(kind, word), SIMILAR_CODE, any);
        return anyOf(any);
    }

    /** Whose name has the word, or begins with it. */
    List<Query> names(Word word) {
        var whole = new Term(Fields.name(kind), word.joined());
        var part = new Term(Fields.namePart(kind), word.joined());
        var any = new ArrayList<Query>();
        any.add(constant(new TermQuery(whole), NAME));
        any.add(constant(new TermQuery(part), PART_OF_NAME));
        if (word.parts().size() > 1) {
            any.add(constant(namesOf(word.parts()), PART_OF_NAME));
        }
        word.neighbours().forEach(both -> any.add(constant(new TermQuery(new Term(whole.field(), both)), NAME)));
        if (word.joined().length() >= SHORTEST_BEGINNING) {
            any.add(constant(new PrefixQuery(whole), BEGINNING_OF_NAME));
            any.add(constant(new PrefixQuery(part), BEGINNING_OF_PART));
        }
        return any;
    }

    private Query namesOf(List<String> parts) {
        var all = new BooleanQuery.Builder();
        for (var part : parts) {
            all.add(
                    anyOf(List.of(
                            new TermQuery(new Term(Fields.name(kind), part)),
                            new TermQuery(new Term(Fields.namePart(kind), part)))),
                    Occur.MUST);
        }
        return all.build();
    }

    /** Whose name is spelt, or sounds, nearly like the word. */
    List<Query> similarNames(Word word) {
        var whole = new Term(Fields.name(kind), word.joined());
        var part = new Term(Fields.namePart(kind), word.joined());
        var any = new ArrayList<Query>();
        any.add(constant(new FuzzyQuery(whole, 1, 0, MOST_EXPANSIONS, true), NAME_WITH_ONE_MISTAKE));
        if (word.mistakes() > 1) {
            any.add(constant(new FuzzyQuery(whole, 2, 0, MOST_EXPANSIONS, true), NAME_WITH_MISTAKES));
        }
        any.add(constant(new FuzzyQuery(part, word.mistakes(), 0, MOST_EXPANSIONS, true), PART_WITH_MISTAKES));
        for (var sound : TextAnalysis.sounds(word.joined())) {
            any.add(constant(new TermQuery(new Term(Fields.sound(kind), sound)), SOUND_OF_NAME));
        }
        return any;
    }

    /** Cases that name any of these officers. */
    static Query naming(FixedBitSet officers, boolean similar) {
        return constant(naming(officers), similar ? SIMILAR_NAME_OF_OFFICER : NAME_OF_OFFICER);
    }

    /** Cases that name any of these officers, whose names have all the words. */
    static Query namingWhole(FixedBitSet officers) {
        return constant(naming(officers), NAME);
    }

    private static Query naming(FixedBitSet officers) {
        return IntPoint.newSetQuery(Fields.OFFICER, numbers(officers));
    }

    /** The documents of some records. */
    static Query of(FixedBitSet records) {
        return IntPoint.newSetQuery(Fields.RECORD_POINT, numbers(records));
    }

    private static int[] numbers(FixedBitSet set) {
        var numbers = new int[set.cardinality()];
        int size = 0;
        for (int number = set.nextSetBit(0);
                number != DocIdSetIterator.NO_MORE_DOCS;
                number = set.nextSetBit(number + 1)) {
            numbers[size++] = number;
        }
        return numbers;
    }

    private List<Query> keys(Word word, String whole) {
        var key = Fields.key(kind);
        var any = new ArrayList<Query>();
        any.add(constant(new TermQuery(new Term(key, word.joined())), KEY));
        any.add(constant(new TermQuery(new Term(key, whole)), KEY));
        any.addAll(parts(Fields.part(kind), word, PART_OF_KEY, BEGINNING_OF_KEY));
        if (kind == RecordKind.CASE) {
            any.addAll(parts(Fields.named(kind), word, NAME, BEGINNING_OF_NAME));
        }
        return any;
    }

    private static List<Query> parts(String field, Word word, float ofWhole, float ofBeginning) {
        var term = new Term(field, word.joined());
        var whole = constant(new TermQuery(term), ofWhole);
        return word.joined().length() < SHORTEST_BEGINNING
                ? List.of(whole)
                : List.of(whole, constant(new PrefixQuery(term), ofBeginning));
    }

    private List<Query> texts(Word word) {
        var field = Fields.text(kind);
        var any = new ArrayList<Query>();
        any.add(new TermQuery(new Term(field, word.joined())));
        if (word.parts().size() > 1) {
            any.add(allOf(field, word.parts()));
        } else {
            word.terms().forEach(stem -> any.add(new BoostQuery(new TermQuery(new Term(field, stem)), STEM)));
        }
        word.neighbours().forEach(both -> any.add(new TermQuery(new Term(field, both))));
        if (word.joined().length() >= SHORTEST_BEGINNING) {
            any.add(constant(new PrefixQuery(new Term(field, word.joined())), BEGINNING_OF_WORD));
        }
        return any;
    }

    private void addCodes(Collection<String> found, float score, List<Query> any) {
        if (!found.isEmpty()) {
            var terms = found.stream().map(BytesRef::new).toList();
            any.add(constant(new TermInSetQuery(Fields.code(kind), terms), score));
        }
    }

    static Query anyOf(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    private static Query allOf(String field, List<String> terms) {
        var all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.MUST));
        return all.build();
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
