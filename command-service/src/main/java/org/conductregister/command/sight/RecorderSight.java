package org.conductregister.command.sight;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.people.Sight;
import org.conductregister.platform.people.Sights;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.access.Visitor;
import org.springframework.stereotype.Component;

/** Whose cases the person may record on for whom the present thread answers; all where it answers nobody. Thread-safe. */
@Component
public class RecorderSight {

    private final Ledgers ledgers;
    private final Sights sights;
    private final Visitor visitor;

    RecorderSight(Ledgers ledgers, Sights sights, Visitor visitor) {
        this.ledgers = ledgers;
        this.sights = sights;
        this.visitor = visitor;
    }

    /** Returns what the person may record on. */
    public Sight now() {
        var person = visitor.person();
        return person == null ? Sight.EVERYTHING : sights.recording(person);
    }

    /** Returns the ledger of a record as far as the person sees it: that of a hidden case is empty. */
    public Ledger<?> ledger(RecordId record) {
        return ledgers.of(record, now());
    }

    /** Whether a case may be seen. One of which nothing is recorded may be. */
    public boolean sees(CaseId id) {
        var sight = now();
        var record = RecordId.of(id);
        return sight.isEverything()
                || ledgers.rules(sight).see(record, ledgers.of(record).entries());
    }
}
