package org.conductregister.query.search.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.search.index.Matches.Match;
import org.conductregister.query.search.index.SearchWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * One search for records of one kind, as at a day, as known at an instant. Each word is looked up by itself, and the records
 * that all of them have found are the matches. Where a word is not found, similar ones are taken for it; for people,
 * whose names are spelt in many ways, also where it is found seldom. The rarest word is looked up first, and the others, where it
 * leaves few records, in those alone. For one thread.
 *
 * <p>Costs time and memory for each document that has one of the words, and 9 bytes a word for each record of the index.
 */
final class RecordSearch {

    private static final int SELDOM = 10;

    /** Among so many records a word is looked up in their documents alone. */
    private static final int FEW = 4_096;

    private static final int CASES_OF_AN_OFFICER = 16;

    private final IndexSearcher searcher;
    private final RecordKind kind;
    private final CodeWords codes;
    private final Query inEffect;
    private final int records;
    private final DuplicateRecords duplicates;
    private final DuplicateRecords duplicateOfficers;

    RecordSearch(IndexSearcher searcher, RecordKind kind, CodeWords codes, PointInTime times) throws IOException {
        this.searcher = searcher;
        this.kind = kind;
        this.codes = codes;
        this.inEffect = inEffect(times);
        this.records =
                (int) Math.max(-1, DocValuesSkipper.globalMaxValue(searcher.getIndexReader(), Fields.RECORD)) + 1;
        this.duplicates = DuplicateRecords.of(searcher, kind, inEffect);
        this.duplicateOfficers =
                kind == RecordKind.OFFICER ? duplicates : DuplicateRecords.of(searcher, RecordKind.OFFICER, inEffect);
    }

    private static Query inEffect(PointInTime times) {
        long knownAt = EntryVersion.microseconds(times.knownAt());
        return new BooleanQuery.Builder()
                .add(NumericDocValuesField.newSlowRangeQuery(Fields.FROM, Long.MIN_VALUE, knownAt), Occur.FILTER)
                .add(NumericDocValuesField.newSlowRangeQuery(Fields.UNTIL, knownAt + 1, Long.MAX_VALUE), Occur.FILTER)
                .add(
                        NumericDocValuesField.newSlowRangeQuery(
                                Fields.DAY, Long.MIN_VALUE, times.asAt().toEpochDay()),
                        Occur.FILTER)
                .build();
    }

    /**
     * The records that one word has found.
     *
     * @param officers of cases: those with such a name, whom cases may name; else null
     */
    private record Found(RecordScores scores, @Nullable FixedBitSet officers) {}

    /**
     * Finds records.
     *
     * @param officers of whom a case must name one; empty for no limit
     */
    Matches find(SearchWords words, Collection<String> officers, long offset, int limit) throws IOException {
        if (records == 0) {
            return Matches.NONE;
        }
        var matches = find(words, officers, offset, limit, false);
        boolean mayBeMisspelt = words.words().stream().anyMatch(Word::mayBeMisspelt);
        return matches.total() == 0 && mayBeMisspelt && words.words().size() > 1
                ? find(words, officers, offset, limit, true)
                : matches;
    }

    /** @param leniently whether similar words are taken also for those that are found as typed */
    private Matches find(SearchWords words, Collection<String> officers, long offset, int limit, boolean leniently)
            throws IOException {
        var all = new ArrayList<Found>();
        FixedBitSet matching = null;
        for (var word : rarestFirst(words.words())) {
            var found = find(word, words.whole(), leniently, matching);
            all.add(found);
            matching = both(matching, found.scores().found());
            if (matching.cardinality() == 0) {
                return Matches.NONE;
            }
        }
        if (!officers.isEmpty()) {
            var naming = runUnlessDuplicate(new ConstantScoreQuery(naming(officers)), matching);
            all.add(new Found(naming, null));
            matching = both(matching, naming.found());
        }
        if (kind != RecordKind.OFFICER) {
            var there = runUnlessDuplicate(
                    new ConstantScoreQuery(new TermQuery(new Term(Fields.begins(kind), "true"))), matching);
            matching = both(matching, there.found());
        }
        return page(requireNonNull(matching), all, offset, limit);
    }

    /** Cases that name any of these officers, by any of their numbers. */
    private Query naming(Collection<String> officers) {
        // What cannot be a number is looked for as it was typed, and not found
        var prefix = RecordKind.OFFICER.word() + "/";
        var records = officers.stream().map(officer -> prefix + officer).toList();
        return new TermInSetQuery(
                Fields.OFFICER_ID,
                duplicateOfficers.sameAs(records).stream()
                        .map(record -> new BytesRef(record.substring(prefix.length())))
                        .toList());
    }

    private static FixedBitSet both(@Nullable FixedBitSet some, FixedBitSet others) {
        if (some == null) {
            return others.clone();
        }
        some.and(others);
        return some;
    }

    /** So that the others are looked up in few records. */
    private List<Word> rarestFirst(List<Word> words) throws IOException {
        var frequencies = new HashMap<Word, Long>();
        for (var word : words) {
            frequencies.put(word, frequency(word));
        }
        return words.stream()
                .sorted(Comparator.comparingLong(word -> requireNonNull(frequencies.get(word))))
                .toList();
    }

    /** About how many documents have a word. */
    private long frequency(Word word) throws IOException {
        var reader = searcher.getIndexReader();
        long frequency = reader.docFreq(new Term(Fields.text(kind), word.joined()))
                + reader.docFreq(new Term(Fields.part(kind), word.joined()))
                + (long) CASES_OF_AN_OFFICER * reader.docFreq(new Term(Fields.name(RecordKind.OFFICER), word.joined()));
        for (var code : codes.of(kind, word)) {
            frequency += reader.docFreq(new Term(Fields.code(kind), code));
        }
        return frequency;
    }

    /** @param among where alone to look; null for everywhere */
    private Found find(Word word, String whole, boolean leniently, @Nullable FixedBitSet among) throws IOException {
        return kind == RecordKind.CASE
                ? inCases(word, whole, leniently, among)
                : new Found(byItself(word, whole, leniently, among), null);
    }

    private RecordScores byItself(Word word, String whole, boolean leniently, @Nullable FixedBitSet among)
            throws IOException {
        var queries = new WordQueries(kind, codes);
        var typed = queries.typed(word, whole);
        var found = run(typed, among);
        int enough = kind == RecordKind.OFFICER ? SELDOM : 1;
        boolean isEnough = !leniently && found.found().cardinality() >= enough;
        return isEnough || !word.mayBeMisspelt()
                ? found
                : run(WordQueries.anyOf(List.of(typed, queries.similar(word))), among);
    }

    /** Cases have the word themselves, or name an officer who does. */
    private Found inCases(Word word, String whole, boolean leniently, @Nullable FixedBitSet among) throws IOException {
        var queries = new WordQueries(RecordKind.CASE, codes);
        var names = new WordQueries(RecordKind.OFFICER, codes);
        var typed = new ArrayList<Query>();
        typed.add(queries.typed(word, whole));
        var officers = officers(WordQueries.anyOf(names.names(word)));
        if (officers.cardinality() > 0) {
            typed.add(WordQueries.naming(officers, false));
        }
        var found = run(WordQueries.anyOf(typed), among);
        boolean isEnough = !leniently && found.found().cardinality() > 0;
        if (isEnough || !word.mayBeMisspelt()) {
            return new Found(found, officers);
        }
        typed.add(queries.similar(word));
        var similar = officers(WordQueries.anyOf(names.similarNames(word)));
        if (similar.cardinality() > 0) {
            typed.add(WordQueries.naming(similar, true));
        }
        officers.or(similar);
        return new Found(run(WordQueries.anyOf(typed), among), officers);
    }

    /** The officers that a query finds, by all their numbers. */
    private FixedBitSet officers(Query query) throws IOException {
        var found = RecordScores.of(searcher, then(query).build(), records, duplicateOfficers::knownAs)
                .found();
        return duplicateOfficers.withDuplicates(found);
    }

    /** Runs a query; what a duplicate has to be found by finds the record that it is known as. */
    private RecordScores run(Query query, @Nullable FixedBitSet among) throws IOException {
        return run(query, among, duplicates::knownAs);
    }

    private RecordScores runUnlessDuplicate(Query query, @Nullable FixedBitSet among) throws IOException {
        return run(query, among, duplicates::unlessDuplicate);
    }

    private RecordScores run(Query query, @Nullable FixedBitSet among, IntUnaryOperator knownAs) throws IOException {
        var then = then(query);
        if (among != null && among.cardinality() <= FEW) {
            then.add(WordQueries.of(duplicates.withDuplicates(among)), Occur.FILTER);
        }
        return RecordScores.of(searcher, then.build(), records, knownAs);
    }

    private BooleanQuery.Builder then(Query query) {
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(inEffect, Occur.FILTER);
    }

    /** The best first; of those that are equally good, the ones that were recorded last. */
    private record Ranked(int record, float score) {

        static final Comparator<Ranked> BEST_LAST =
                Comparator.comparingDouble(Ranked::score).thenComparingInt(Ranked::record);
    }

    private Matches page(FixedBitSet matching, List<Found> all, long offset, int limit) throws IOException {
        int total = matching.cardinality();
        long wanted = Math.min(total, offset + limit);
        if (wanted <= offset) {
            return new Matches(total, List.of());
        }
        var whole = namingWhole(all, matching);
        var best = new PriorityQueue<Ranked>(Ranked.BEST_LAST);
        for (int record = matching.nextSetBit(0);
                record != DocIdSetIterator.NO_MORE_DOCS;
                record = matching.nextSetBit(record + 1)) {
            float score = whole != null && whole.found().get(record) ? whole.best(record) : 0;
            for (var found : all) {
                score += found.scores().best(record);
            }
            if (best.size() < wanted || score >= requireNonNull(best.peek()).score()) {
                best.add(new Ranked(record, score));
                if (best.size() > wanted) {
                    best.remove();
                }
            }
        }
        var ranked =
                best.stream().sorted(Ranked.BEST_LAST.reversed()).skip(offset).toList();
        var page = new ArrayList<Match>(ranked.size());
        for (var each : ranked) {
            var original = duplicates.idOfOriginal(each.record());
            var id = original == null ? idOf(all.getFirst().scores().document(each.record())) : original;
            page.add(new Match(RecordId.parse(id).id(), each.score()));
        }
        return new Matches(total, page);
    }

    /** Cases that name one officer whose name has all the words; null where there are none. */
    private @Nullable RecordScores namingWhole(List<Found> all, FixedBitSet matching) throws IOException {
        FixedBitSet officers = null;
        for (var found : all) {
            if (found.officers() == null) {
                return null;
            }
            officers = both(officers, found.officers());
        }
        return all.size() < 2 || officers == null || officers.cardinality() == 0
                ? null
                : run(WordQueries.namingWhole(officers), matching);
    }

    private String idOf(int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        ids.advanceExact(document - leaf.docBase);
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }
}
