package org.conductregister.standalone.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;

/** Compares what was told with the log, and the log with what each node answers from it. */
final class Verdict {

    /** At least so many cases are compared entry by entry, where there are as many. */
    private static final int CASES_COMPARED = 500;

    private final List<StoredEvent> log;
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, List<String>> entriesOfCases = new LinkedHashMap<>();
    private final List<Long> openings = new ArrayList<>();

    Verdict(EventLog events) {
        this.log = events.from(1, Long.MAX_VALUE).toList();
        for (var event : log) {
            positions.put(event.entryId(), event.position());
            entriesOfCases
                    .computeIfAbsent(event.aggregateIdentifier().substring("case/".length()), none -> new ArrayList<>())
                    .add(event.entryId());
            if (event.type().name().equals("case.opened")) {
                openings.add(event.position());
            }
        }
    }

    long length() {
        return log.size();
    }

    void requireOrder() {
        var before = Instant.EPOCH;
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).position()).isEqualTo(i + 1L);
            assertThat(log.get(i).recordedAt()).isAfterOrEqualTo(before);
            before = log.get(i).recordedAt();
        }
        assertThat(positions).as("each entry once").hasSize(log.size());
    }

    void requireWhatWasTold(Told told) {
        told.requireNoFaults();
        assertThat(positions).containsAllEntriesOf(told.allAcknowledged());
        assertThat(positions.keySet()).containsAll(told.allImported());
        assertThat(positions.keySet()).doesNotContainAnyElementsOf(told.allRefused());
        for (var count : told.allCounts()) {
            assertThat(count.total()).as("%s", count).isEqualTo(openedUpTo(count.position()));
        }
    }

    private long openedUpTo(long position) {
        return openings.stream().filter(opening -> opening <= position).count();
    }

    /** Checks that the answers of a query service are the fold of the log: its counts, and the entries of cases. */
    void requireAnswersOf(Node node) throws Exception {
        var count = FactJson.mapper()
                .readTree(node.get("analyst", "/api/v1/statistics?unit=cases&atLeast=" + log.size())
                        .body());
        assertThat(count.get("position").longValue()).as(node.name()).isEqualTo(log.size());
        assertThat(count.get("total").longValue()).as(node.name()).isEqualTo(openings.size());
        int every = Math.max(1, entriesOfCases.size() / CASES_COMPARED);
        int number = 0;
        for (var each : entriesOfCases.entrySet()) {
            if (number++ % every != 0) {
                continue;
            }
            var answer = node.get("auditor", "/api/v1/cases/" + each.getKey() + "/timeline?atLeast=" + log.size());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var entries = FactJson.mapper().readTree(answer.body());
            assertThat(StreamSupport.stream((entries.isArray() ? entries : entries.get("entries")).spliterator(), false)
                            .map(entry -> entry.get("entryId").stringValue()))
                    .as("%s at %s", each.getKey(), node.name())
                    .containsExactlyInAnyOrderElementsOf(each.getValue());
        }
        for (var view : FactJson.mapper()
                .readTree(node.get("auditor", "/api/v1/projections").body())) {
            assertThat(view.get("lag").longValue()).as("%s", view).isZero();
            assertThat(view.get("deadLetters").longValue()).as("%s", view).isZero();
        }
    }
}
