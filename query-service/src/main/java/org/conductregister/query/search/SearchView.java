package org.conductregister.query.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.projections.ViewInMemory;
import org.springframework.stereotype.Component;

/**
 * What each case can be found by, kept in memory. Readers look only at what was recorded until an instant that the head
 * has reached, so what is being taken in meanwhile does not show.
 */
@Component
class SearchView extends ViewInMemory {

    private final Map<String, Mentions> byCase = new ConcurrentHashMap<>();

    SearchView() {
        super("search");
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
    protected void forget() {
        byCase.clear();
    }

    Mentions of(String caseId) {
        return byCase.getOrDefault(caseId, Mentions.NONE);
    }
}
