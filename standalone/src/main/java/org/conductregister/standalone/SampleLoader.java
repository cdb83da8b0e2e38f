package org.conductregister.standalone;

import java.time.Duration;
import java.util.List;
import org.conductregister.command.imports.BulkLoad;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.standalone.sample.SampleRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the sample register into an empty store, and goes on with one that was broken off. */
@Component
@ConditionalOnProperty(name = "register.sample", matchIfMissing = true)
class SampleLoader implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);
    private static final Provenance SAMPLE = new Provenance("sample", "sample-register");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final EventLog events;
    private final BulkLoad load;
    private final StatisticsEngine statistics;

    SampleLoader(EventLog events, BulkLoad load, StatisticsEngine statistics) {
        this.events = events;
        this.load = load;
        this.statistics = statistics;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (isRecorded(SampleRegister.LAST) || !emptyOrBegunWithTheSample()) {
            return;
        }
        var entries = SampleRegister.entries();
        load.load(entries, SAMPLE);
        statistics.head().reaches(events.lastPosition(), LONGEST_WAIT);
        log.info("Loaded the sample register: {} entries about made-up people", entries.size());
    }

    private boolean emptyOrBegunWithTheSample() {
        return events.from(1, 1).allMatch(first -> first.metadata().contains("\"" + SAMPLE.recordedBy() + "\""));
    }

    private boolean isRecorded(EntryId entryId) {
        return !events.recorded(List.of(entryId.toString())).isEmpty();
    }
}
