package org.conductregister.query.statistics.column;

import java.time.Instant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A view of an {@link InstantIndex} that is read from a volatile field finds the position of every instant, while the writer goes
 * on and arrays are replaced by larger ones.
 */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet")
@Outcome(id = "20, 0", expect = Expect.ACCEPTABLE, desc = "What fills the first array was published, and is whole")
@Outcome(id = "66, 0", expect = Expect.ACCEPTABLE, desc = "What made the array grow was published, and is whole")
@Outcome(id = "300, 0", expect = Expect.ACCEPTABLE, desc = "All was published, and is whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is not what was appended")
@State
public class InstantIndexStress extends PublishedView<InstantIndex.View> {

    private static final int[] PUBLISHED = {20, 66, 300};

    private final InstantIndex index = new InstantIndex();
    private int last;

    @Actor
    public void writer() {
        write(PUBLISHED, () -> index.view(last));
    }

    @Actor
    public void reader(II_Result result) {
        read(result);
    }

    @Override
    void append(int number) {
        last = number + 1;
        index.add(instantOf(last), last);
    }

    @Override
    int size(InstantIndex.View view) {
        return (int) view.lastPositionAt(Instant.MAX);
    }

    @Override
    boolean isRight(InstantIndex.View view, int number) {
        return view.lastPositionAt(instantOf(number + 1)) == number + 1;
    }

    /** Far apart, so that deltas take several bytes and fill the first array of 64 bytes after some 20. */
    private static Instant instantOf(int position) {
        return Instant.ofEpochSecond(position);
    }
}
