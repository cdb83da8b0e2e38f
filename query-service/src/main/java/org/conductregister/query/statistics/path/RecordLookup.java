package org.conductregister.query.statistics.path;

import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.identifiers.OfficerId;

/** Looks up what a record needs of the others: where points go, and the histories and cases that it depends on. */
interface RecordLookup {

    /** Takes new points. */
    PointSink points();

    /** Gives the same numbers and drops the points: for paths traced again, whose points were emitted before. */
    PointSink alreadyEmitted();

    /** The number of a person's record. */
    int numberOf(OfficerId id);

    /** The history of a record, which need not be in memory. */
    RecordHistory historyOf(int number);

    /** The case of this number, restored into memory where it is not there. */
    RetraceableCase caseOf(int number);
}
