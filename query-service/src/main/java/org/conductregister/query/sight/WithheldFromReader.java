package org.conductregister.query.sight;

import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.CaseHistories;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.stereotype.Component;

/** Withholds what whoever asks may not see by who they are as an officer. */
@Component
class WithheldFromReader implements WithheldCases {

    private final ReaderSight reader;
    private final CaseHistories histories;
    private final PageTimes times;

    WithheldFromReader(ReaderSight reader, CaseHistories histories, PageTimes times) {
        this.reader = reader;
        this.histories = histories;
        this.times = times;
    }

    /** Waits, for a reader who is an officer, until it is known whom all that is recorded names. */
    @Override
    public Predicate<RecordId> fromReader() {
        if (reader.sight().self().isEmpty()) {
            return record -> false;
        }
        times.now(0).awaitOn(histories.head());
        var hidden = reader.casesNamingReader();
        return record -> record.kind() == RecordKind.CASE && hidden.contains(new CaseId(record.id()));
    }
}
