package org.conductregister.query.statistics.column;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A view of a {@link DictionaryColumn} that is read from a volatile field shows every number, also those that overflow, while the
 * writer goes on and arrays are replaced by larger ones.
 */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet")
@Outcome(id = "16, 0", expect = Expect.ACCEPTABLE, desc = "What fills the first array was published, and is whole")
@Outcome(id = "17, 0", expect = Expect.ACCEPTABLE, desc = "What made the array grow was published, and is whole")
@Outcome(id = "80, 0", expect = Expect.ACCEPTABLE, desc = "All was published, and is whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is not what was appended")
@State
public class DictionaryColumnStress extends PublishedView<DictionaryColumn.View> {

    private static final int[] PUBLISHED = {16, 17, 80};

    private final DictionaryColumn column = new DictionaryColumn();

    @Actor
    public void writer() {
        write(PUBLISHED, column::view);
    }

    @Actor
    public void reader(II_Result result) {
        read(result);
    }

    @Override
    void append(int number) {
        column.append(overflowing(number));
    }

    @Override
    int size(DictionaryColumn.View view) {
        return view.size();
    }

    @Override
    boolean isRight(DictionaryColumn.View view, int number) {
        return view.get(number) == overflowing(number);
    }

    /** Every second number does not fit in two bytes. */
    private static int overflowing(int number) {
        return (number & 1) == 0 ? number + 1 : 100_000 + number;
    }
}
