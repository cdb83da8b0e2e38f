package org.conductregister.query.accesslog;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.conductregister.entries.RecordId;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.web.accesslog.AccessEntry;
import org.conductregister.web.accesslog.AccessLog;
import org.conductregister.web.accesslog.AccessQuery;
import org.conductregister.web.accesslog.StoredAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the access log for whoever asks. What is about a case in which they are named as an officer is withheld, and left out
 * where a search for a person or a record would tell that it is there.
 */
@Component
class SeenLooks {

    /** So that what somebody saw a moment ago is there. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final AccessLog log;
    private final ReaderSight reader;

    SeenLooks(AccessLog log, ReaderSight reader) {
        this.log = log;
        this.reader = reader;
    }

    /**
     * An entry as somebody may see it.
     *
     * @param entry null where it is withheld
     */
    record Seen(long id, @Nullable AccessEntry entry) {}

    /**
     * Returns a page of entries, the latest first, and whether there are older ones.
     *
     * @param before the id that all of them are less than
     */
    Found latest(AccessQuery asked, long before, int most) {
        log.await(LONGEST_WAIT);
        var hidden = hidden();
        var query = asked.withoutRecords(hidden);
        var found = query == null ? List.<StoredAccess>of() : log.latest(query, before, most + 1);
        var page = found.stream().limit(most).toList();
        long older = found.size() > most ? page.getLast().id() : 0;
        var seen = page.stream()
                .map(each -> seen(each, hidden))
                .filter(each -> each.entry() != null || !asked.isNarrow())
                .toList();
        return new Found(seen, older);
    }

    /** @param older what {@code before} is for the next page; 0 where there is none */
    record Found(List<Seen> looks, long older) {}

    /** Reads entries in the order in which they were kept. */
    void forEach(AccessQuery asked, Consumer<Seen> to) {
        log.await(LONGEST_WAIT);
        var hidden = hidden();
        var query = asked.withoutRecords(hidden);
        if (query == null) {
            return;
        }
        log.forEach(query, each -> {
            var seen = seen(each, hidden);
            if (seen.entry() != null || !query.isNarrow()) {
                to.accept(seen);
            }
        });
    }

    private Set<String> hidden() {
        return reader.casesNamingReader().stream()
                .map(RecordId::of)
                .map(RecordId::toString)
                .collect(Collectors.toSet());
    }

    private static Seen seen(StoredAccess stored, Set<String> hidden) {
        var entry = stored.entry();
        if (entry.record() != null && hidden.contains(entry.record())) {
            return new Seen(stored.id(), null);
        }
        return new Seen(stored.id(), entry.without(hidden));
    }
}
