package org.conductregister.query.disclosure.http;

import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;

/** Cases of one force, so many of each kind, for tables of few and of many. */
final class CasesOfKinds {

    private final TestLog log;
    private final String force;
    private long last;

    CasesOfKinds(TestLog log, String force) {
        this.log = log;
        this.force = force;
    }

    /** Opens so many cases of a kind. */
    CasesOfKinds opened(CaseKind kind, int many) {
        for (int i = 0; i < many; i++) {
            last = log.add(
                            RecordId.of(new CaseId(force + "-" + kind.ordinal() + "-" + i)),
                            new CaseOpened(
                                    LocalDate.of(2012, 3, 1),
                                    new ForceCode(force),
                                    kind,
                                    CaseSource.PUBLIC,
                                    null,
                                    null,
                                    null,
                                    null))
                    .getLast()
                    .position();
        }
        return this;
    }

    /** The position of the last entry. */
    long last() {
        return last;
    }
}
