package org.conductregister.query.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** The records that a query has found, each with the score of its best document and one of its documents. For one thread. */
final class RecordScores {

    private final FixedBitSet found;
    private final float[] best;
    private final int[] document;
    private final IntUnaryOperator knownAs;

    private RecordScores(int records, IntUnaryOperator knownAs) {
        this.knownAs = knownAs;
        this.found = new FixedBitSet(records + 1);
        this.best = new float[records];
        this.document = new int[records];
    }

    /**
     * Runs a query.
     *
     * @param records the number of records in the index
     * @param knownAs gives the record that a document of another finds; {@link DuplicateRecords#NOT_FOUND} for none
     */
    static RecordScores of(IndexSearcher searcher, Query query, int records, IntUnaryOperator knownAs)
            throws IOException {
        var scores = new RecordScores(records, knownAs);
        return searcher.search(query, scores.new InOneThread());
    }

    private final class InOneThread implements CollectorManager<Collecting, RecordScores> {

        @Override
        public Collecting newCollector() {
            return new Collecting();
        }

        @Override
        public RecordScores reduce(Collection<Collecting> collectors) {
            return RecordScores.this;
        }
    }

    /** The numbers of the records found; one longer than there are records, so that a search for the next always ends. */
    FixedBitSet found() {
        return found;
    }

    /** Returns the best score of a record that was found. */
    float best(int record) {
        return best[record];
    }

    /** The number of a document of a record that was found. */
    int document(int record) {
        return document[record];
    }

    private final class Collecting extends SimpleCollector {

        private NumericDocValues records = DocValues.emptyNumeric();
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 0;
            }
        };
        private int base;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            records = DocValues.getNumeric(leaf.reader(), Fields.RECORD);
            base = leaf.docBase;
        }

        @Override
        public void setScorer(Scorable scorable) {
            scorer = scorable;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (!records.advanceExact(doc)) {
                return;
            }
            int record = knownAs.applyAsInt((int) records.longValue());
            if (record != DuplicateRecords.NOT_FOUND) {
                best[record] = Math.max(best[record], scorer.score());
                document[record] = base + doc;
                found.set(record);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
