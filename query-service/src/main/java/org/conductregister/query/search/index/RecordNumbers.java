package org.conductregister.query.search.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.conductregister.entries.RecordId;

/**
 * Numbers the records of an index 0, 1, 2, … in the order in which they are met. A number is for ever, as it is in the
 * documents. About 30 bytes a record. For one thread.
 */
final class RecordNumbers {

    private final BytesRefHash ids = new BytesRefHash();

    /** The numbers that the documents of an index have. O(documents). */
    static RecordNumbers of(IndexReader reader) throws IOException {
        var byNumber = new BytesRef[0];
        for (var leaf : reader.leaves()) {
            var numbers = DocValues.getNumeric(leaf.reader(), Fields.RECORD);
            var ids = DocValues.getSorted(leaf.reader(), Fields.ID);
            for (int doc = numbers.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = numbers.nextDoc()) {
                int number = Math.toIntExact(numbers.longValue());
                if (number >= byNumber.length) {
                    byNumber = Arrays.copyOf(byNumber, Math.max(number + 1, 2 * byNumber.length));
                }
                if (byNumber[number] == null && ids.advanceExact(doc)) {
                    byNumber[number] = BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
                }
            }
        }
        var numbers = new RecordNumbers();
        numbers.addAll(byNumber);
        return numbers;
    }

    private void addAll(BytesRef[] byNumber) {
        int last = byNumber.length - 1;
        while (last >= 0 && byNumber[last] == null) {
            last--;
        }
        for (int number = 0; number <= last; number++) {
            // A record whose documents are all gone leaves a number that nothing has
            var id = byNumber[number];
            ids.add(id == null ? new BytesRef("gone/" + number) : id);
        }
    }

    int numberOf(RecordId record) {
        int number = ids.add(new BytesRef(record.toString()));
        return number < 0 ? -1 - number : number;
    }
}
