package org.conductregister.query.statistics.column;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A view of an {@link InstantIndex} that is read from a volatile field finds the position of every instant, while the writer goes on
 * and arrays are replaced by larger ones.
 */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet")
@Outcome(id = "20, 0", expect = Expect.ACCEPTABLE, desc = "What fills the first array was published, and is whole")
@Outcome(id = "66, 0", expect = Expect.ACCEPTABLE, desc = "What made the array grow was published, and is whole")
@Outcome(id = "300, 0", expect = Expect.ACCEPTABLE, desc = "All was published, and is whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is not what was appended")
@State
public class InstantIndexStress {

    private static final int[] PUBLISHED = {20, 66, 300};

    private final InstantIndex index = new InstantIndex();
    private volatile InstantIndex.@Nullable View published;

    @Actor
    public void writer() {
        int value = 0;
        for (int next : PUBLISHED) {
            while (value < next) {
                index.add(instantOf(value + 1), value + 1);
                value++;
            }
            published = index.view(next);
        }
    }

    /** The position of the last entry in the view that was found, and how many entries it has at other positions. */
    @Actor
    public void reader(II_Result result) {
        var found = published;
        int wrong = 0;
        int head = -1;
        if (found != null) {
            head = (int) found.lastPositionAt(Instant.MAX);
            for (int position = 0; position <= head; position++) {
                if (found.lastPositionAt(instantOf(position)) != position) {
                    wrong++;
                }
            }
        }
        result.r1 = head;
        result.r2 = wrong;
    }

    /** Far apart, so that deltas take several bytes and fill the first array of 64 bytes after some 20. */
    private static Instant instantOf(int position) {
        return Instant.ofEpochSecond(position);
    }
}
