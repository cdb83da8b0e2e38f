package org.conductregister.standalone;

import org.conductregister.eventstore.database.EventFileRefusedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the register cannot start on an event file. */
final class EventFileRefusedAnalyzer extends AbstractFailureAnalyzer<EventFileRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EventFileRefusedException refusal) {
        return new FailureAnalysis(
                refusal.getMessage(),
                "Start the version of the register that the file is of, put a backup in its place, or name another data"
                        + " directory: register.data.",
                refusal);
    }
}
