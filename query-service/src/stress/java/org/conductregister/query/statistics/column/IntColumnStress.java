package org.conductregister.query.statistics.column;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A reader of an {@link IntColumn} that learns a size from a volatile field finds every value before it, while the writer
 * goes on and the first chunk is replaced by larger ones.
 */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet")
@Outcome(id = "16, 0", expect = Expect.ACCEPTABLE, desc = "What fills the first chunk was published, and is whole")
@Outcome(id = "17, 0", expect = Expect.ACCEPTABLE, desc = "What made the chunk grow was published, and is whole")
@Outcome(id = "80, 0", expect = Expect.ACCEPTABLE, desc = "All was published, and is whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is not what was appended")
@State
public class IntColumnStress {

    private static final int[] PUBLISHED = {16, 17, 80};

    private final IntColumn column = new IntColumn();
    private volatile int size = -1;

    @Actor
    public void writer() {
        int value = 0;
        for (int next : PUBLISHED) {
            while (value < next) {
                column.append(++value);
            }
            size = next;
        }
    }

    /** The size that was found, and how many values before it were not what was appended. */
    @Actor
    public void reader(II_Result result) {
        int found = size;
        int wrong = 0;
        for (int i = 0; i < found; i++) {
            if (column.get(i) != i + 1) {
                wrong++;
            }
        }
        result.r1 = found;
        result.r2 = wrong;
    }
}
