package org.conductregister.query.lists;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conductregister.eventstore.EventLog;
import org.conductregister.platform.codelists.DatedCodes;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.query.workingdays.WorkingDays;

/** The lists as known at an instant. What they said at an instant that is past never changes. Thread-safe. */
public interface ListsAsKnown {

    /** The codes of findings that stand for a finding against the officer. */
    Set<String> upheldFindings(Instant knownAt);

    /** The working days of England and Wales. */
    WorkingDays workingDays(Instant knownAt);

    /** The lists in the database of a log. */
    static ListsAsKnown recorded(EventLog log, DatedCodes codes, BankHolidays holidays) {
        return new RecordedLists(log, codes, holidays);
    }

    /** Lists in which the same findings have always been upheld, and nothing is added to the calendar. */
    static ListsAsKnown unchanged(Set<String> upheldFindings) {
        return new ListsAsKnown() {
            @Override
            public Set<String> upheldFindings(Instant knownAt) {
                return upheldFindings;
            }

            @Override
            public WorkingDays workingDays(Instant knownAt) {
                return WorkingDays.knownAt(knownAt, List.of());
            }
        };
    }
}
