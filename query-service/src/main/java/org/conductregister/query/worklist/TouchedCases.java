package org.conductregister.query.worklist;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.conductregister.terms.CaseId;
import org.springframework.stereotype.Component;

/** Which cases something was recorded on since they were last looked at. Only their names are kept, in memory. */
@Component
class TouchedCases implements View {

    private final Map<CaseId, Instant> lastTouched = new ConcurrentHashMap<>();
    private final Head head = new Head();

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public boolean keptInMemory() {
        return true;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void apply(RecordedEntry entry) {
        var record = entry.entry().record();
        if (record.kind() == RecordKind.CASE) {
            lastTouched.put(new CaseId(record.id()), entry.recordedAt());
        }
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        head.moveTo(position, recordedAt);
    }

    @Override
    public void reset() {
        head.reset();
        lastTouched.clear();
    }

    /** Names them, and forgets those that nothing was recorded on after {@code seen}. */
    Set<CaseId> takeUntil(Instant seen) {
        var touched = new HashSet<>(lastTouched.keySet());
        touched.forEach(id -> lastTouched.computeIfPresent(id, (same, last) -> last.isAfter(seen) ? last : null));
        return touched;
    }
}
