package org.conductregister.query.statistics.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.workingdays.WorkingDays;

/** Lists in which a finding is upheld from some instant on, and no more from another. */
public final class ChangingFindings implements ListsAsKnown {

    private static final List<Set<String>> IN_TURN =
            List.of(Set.of(), Set.of("SUSTAINED"), Set.of("SUSTAINED", "PARTLY"), Set.of("PARTLY"));

    @Override
    public Set<String> upheldFindings(Instant knownAt) {
        return IN_TURN.get(Math.floorMod(knownAt.getEpochSecond(), IN_TURN.size()));
    }

    @Override
    public WorkingDays workingDays(Instant knownAt) {
        return WorkingDays.knownAt(knownAt, List.of());
    }
}
