package org.conductregister.query.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Set;
import org.conductregister.eventstore.EventLog;
import org.conductregister.platform.codelists.DatedCodes;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.query.workingdays.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * The lists in the database of the log. Each call asks the database for the instant of the last change; what the lists said is read
 * again only after one, and remembered for the instants asked about lately.
 */
@Component
final class RecordedLists implements ListsAsKnown {

    private static final int REMEMBERED = 64;

    private final EventLog log;
    private final DatedCodes codes;
    private final BankHolidays holidays;
    private final Cache<Asked, Set<String>> findings = remembered();
    private final Cache<Asked, WorkingDays> days = remembered();

    /** @param lastChange of any list: after it, what they said is read again */
    private record Asked(Instant lastChange, Instant knownAt) {}

    RecordedLists(EventLog log, DatedCodes codes, BankHolidays holidays) {
        this.log = log;
        this.codes = codes;
        this.holidays = holidays;
    }

    private static <T> Cache<Asked, T> remembered() {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(REMEMBERED)
                .build();
    }

    @Override
    public Set<String> upheldFindings(Instant knownAt) {
        return findings.get(asked(knownAt), asked -> codes.upheldFindings(asked.knownAt()));
    }

    @Override
    public WorkingDays workingDays(Instant knownAt) {
        return days.get(
                new Asked(log.latestBeside(), knownAt),
                asked -> WorkingDays.knownAt(knownAt, holidays.knownAt(knownAt)));
    }

    /** Later instants than that of the last change are as that one. */
    private Asked asked(Instant knownAt) {
        var last = log.latestBeside();
        return new Asked(last, knownAt.isAfter(last) ? last : knownAt);
    }
}
