package org.conductregister.query.casefile.files;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.stereotype.Component;

/**
 * The cases on which entries were filed since they were last asked for, for one reader that keeps what it makes of them.
 * Only their names are remembered, in memory, and only so many. Thread-safe.
 */
@Component
public class TouchedCases {

    /** The most that are remembered. */
    static final int MOST = 10_000;

    private final Map<CaseId, Instant> lastTouched = new HashMap<>();

    /** At a start, nobody knows which were touched before it. */
    private boolean any = true;

    /** The last instant at which something was recorded that is no longer remembered. */
    private Instant forgottenUntil = Instant.EPOCH;

    synchronized void touch(CaseId id, Instant recordedAt) {
        lastTouched.merge(id, recordedAt, (before, now) -> before.isAfter(now) ? before : now);
        if (lastTouched.size() > MOST) {
            forgottenUntil = lastTouched.values().stream()
                    .max(Comparator.naturalOrder())
                    .filter(forgottenUntil::isBefore)
                    .orElse(forgottenUntil);
            lastTouched.clear();
            any = true;
        }
    }

    /**
     * Returns the cases touched since the last call, and forgets those on which nothing was filed after {@code seen}.
     *
     * @return empty where it may have been any of them: the first time, and after very many
     */
    public synchronized Optional<Set<CaseId>> takeUntil(Instant seen) {
        var touched = any ? Optional.<Set<CaseId>>empty() : Optional.of(Set.copyOf(lastTouched.keySet()));
        any = any && forgottenUntil.isAfter(seen);
        lastTouched.values().removeIf(last -> !last.isAfter(seen));
        return touched;
    }
}
