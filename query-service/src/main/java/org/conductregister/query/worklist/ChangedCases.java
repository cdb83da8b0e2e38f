package org.conductregister.query.worklist;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.projections.ViewInMemory;
import org.conductregister.terms.CaseId;
import org.springframework.stereotype.Component;

/** Which cases something was recorded on since they were last looked at. Only their names are kept, in memory. */
@Component
class ChangedCases extends ViewInMemory {

    private final Map<CaseId, Instant> lastTouched = new ConcurrentHashMap<>();

    ChangedCases() {
        super("worklist");
    }

    @Override
    public void apply(RecordedEntry entry) {
        var record = entry.entry().record();
        if (record.kind() == RecordKind.CASE) {
            lastTouched.put(new CaseId(record.id()), entry.recordedAt());
        }
    }

    @Override
    protected void forget() {
        lastTouched.clear();
    }

    /** Names them, and forgets those that nothing was recorded on after {@code seen}. */
    Set<CaseId> takeUntil(Instant seen) {
        var touched = new HashSet<>(lastTouched.keySet());
        touched.forEach(id -> lastTouched.computeIfPresent(id, (same, last) -> last.isAfter(seen) ? last : null));
        return touched;
    }
}
