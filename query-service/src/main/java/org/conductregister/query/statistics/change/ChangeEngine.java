package org.conductregister.query.statistics.change;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.jspecify.annotations.Nullable;

/** Answers which members of a count are in another group at a later instant; with the guarantees of a count. */
public interface ChangeEngine {

    /**
     * A member that counts otherwise.
     *
     * @param member without the values of its dimensions
     * @param before the values of the dimensions asked for; null where it was not counted
     * @param after likewise
     * @param positions of the entries between the instants that moved it, ascending; none where a list that results are read by did
     */
    record Change(
            Member member,
            @Nullable List<Object> before,
            @Nullable List<Object> after,
            List<Long> positions) {}

    /**
     * Tells of each member that counts otherwise, in order of the first entry that moved it. O(versions), and O(rows between the
     * instants).
     *
     * @param earlier its instant is the earlier one
     * @param later the later instant
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     */
    void changes(Question earlier, Instant later, Consumer<Change> changed);
}
