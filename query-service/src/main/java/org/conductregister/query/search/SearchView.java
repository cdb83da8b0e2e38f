package org.conductregister.query.search;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.springframework.stereotype.Component;

/**
 * What each case can be found by, kept in memory. Readers look only at what was recorded until an instant that the head
 * has reached, so what is being taken in meanwhile does not show.
 */
@Component
class SearchView implements View {

    private final Map<String, Mentions> byCase = new ConcurrentHashMap<>();
    private final Head head = new Head();

    @Override
    public String name() {
        return "search";
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
        var mention = record.kind() == RecordKind.CASE ? Mention.of(entry) : null;
        if (mention != null) {
            byCase.merge(record.id(), Mentions.NONE.with(mention), (there, one) -> there.with(mention));
        }
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        head.moveTo(position, recordedAt);
    }

    @Override
    public void reset() {
        head.reset();
        byCase.clear();
    }

    Mentions of(String caseId) {
        return byCase.getOrDefault(caseId, Mentions.NONE);
    }
}
