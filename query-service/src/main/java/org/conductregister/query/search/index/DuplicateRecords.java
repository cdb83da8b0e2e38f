package org.conductregister.query.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind that are marked as duplicates, as known at an instant, each with the record that it is known as.
 * What a duplicate has to be found by finds that one. Costs a look at each marking that is known. For one thread.
 */
final class DuplicateRecords {

    /** The number of a record that no search finds. */
    static final int NOT_FOUND = -1;

    private final Map<Integer, Integer> originals = new HashMap<>(0);
    private final Map<Integer, String> originalIds = new HashMap<>(0);
    private final Map<String, String> originalsById = new HashMap<>(0);

    private DuplicateRecords() {}

    /** @param inEffect finds what is known then */
    static DuplicateRecords of(IndexSearcher searcher, RecordKind kind, Query inEffect) throws IOException {
        var found = new DuplicateRecords();
        var marked = new TermQuery(new Term(Fields.duplicate(kind), "true"));
        if (searcher.getIndexReader().docFreq(marked.getTerm()) == 0) {
            return found;
        }
        var query = new BooleanQuery.Builder()
                .add(marked, Occur.FILTER)
                .add(inEffect, Occur.FILTER)
                .build();
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var numbers = DocValues.getNumeric(leaf.reader(), Fields.RECORD);
            var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
            var originals = DocValues.getNumeric(leaf.reader(), Fields.ORIGINAL);
            var originalIds = DocValues.getSorted(leaf.reader(), Fields.ORIGINAL_ID);
            var documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (numbers.advanceExact(doc)
                        && ids.advanceExact(doc)
                        && originals.advanceExact(doc)
                        && originalIds.advanceExact(doc)) {
                    found.add(
                            (int) numbers.longValue(),
                            ids.lookupOrd(ids.ordValue()).utf8ToString(),
                            (int) originals.longValue(),
                            originalIds.lookupOrd(originalIds.ordValue()).utf8ToString());
                }
            }
        }
        return found;
    }

    private void add(int duplicate, String duplicateId, int original, String originalId) {
        originals.put(duplicate, original);
        originalIds.put(original, originalId);
        originalsById.put(duplicateId, originalId);
    }

    /** The number of the record that a record is known as; its own where it is no duplicate. */
    int knownAs(int record) {
        return originals.getOrDefault(record, record);
    }

    /** The number of a record; {@link #NOT_FOUND} of a duplicate. */
    int unlessDuplicate(int record) {
        return originals.containsKey(record) ? NOT_FOUND : record;
    }

    /** The id, as {@link org.conductregister.entries.RecordId} writes it, of a record that others duplicate; null of any other. */
    @Nullable
    String idOfOriginal(int record) {
        return originalIds.get(record);
    }

    /** Some records and their duplicates. */
    FixedBitSet withDuplicates(FixedBitSet records) {
        if (originals.isEmpty()) {
            return records;
        }
        var all = records.clone();
        originals.forEach((duplicate, original) -> {
            if (original < records.length() && records.get(original) && duplicate < all.length()) {
                all.set(duplicate);
            }
        });
        return all;
    }

    /**
     * The records that are known as the same as any of some.
     *
     * @param records as {@link org.conductregister.entries.RecordId} writes them, like those returned
     */
    List<String> sameAs(Collection<String> records) {
        if (originals.isEmpty()) {
            return List.copyOf(records);
        }
        Set<String> known = new HashSet<>();
        records.forEach(record -> known.add(originalsById.getOrDefault(record, record)));
        var all = new ArrayList<>(known);
        originalsById.forEach((duplicate, original) -> {
            if (known.contains(original)) {
                all.add(duplicate);
            }
        });
        return all;
    }
}
