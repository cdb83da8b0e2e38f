package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the real process, again and again, while people log. */
class KillIT {

    private static final String PASSWORD = "kill-it";
    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final int ENTRIES_BEFORE_A_KILL = 150;

    @TempDir
    Path data;

    /** An entry answered with 201. */
    private record Acknowledged(String entryId, long position, String recordedAt) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void everyAcknowledgedEntryIsThereAfterEveryKillAndTheViewsAgreeWithTheLog() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            try (var register = start()) {
                everythingIsThere(register.api(PASSWORD));
                logUntilKilled(register, round);
            }
        }
        try (var register = start()) {
            everythingIsThere(register.api(PASSWORD));
            viewsAgreeWithTheLog(register.api(PASSWORD));
        }
    }

    private RunningRegister start() throws IOException {
        return RunningRegister.start(data, "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady();
    }

    private void logUntilKilled(RunningRegister register, int round) throws Exception {
        var api = register.api(PASSWORD);
        var killed = new AtomicBoolean();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> log(api, round, writer, killed)))
                .toList();
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + ENTRIES_BEFORE_A_KILL);
        killed.set(true);
        register.kill();
        for (var writer : writers) {
            writer.join(Duration.ofSeconds(40));
        }
    }

    private void log(Api api, int round, int writer, AtomicBoolean killed) {
        for (int n = 0; ; n++) {
            var id = "R%dW%dN%d".formatted(round, writer, n);
            try {
                log(api, id, """
                        [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"},
                         {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"}]""");
                if (n % 2 == 0) {
                    log(api, id, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-02-03\"}");
                }
            } catch (IOException | InterruptedException e) {
                assertThat(killed)
                        .as("a call fails only because of the kill: %s", e)
                        .isTrue();
                return;
            }
        }
    }

    private void log(Api api, String caseId, String entries) throws IOException, InterruptedException {
        var answer = api.post("handler", "/api/v1/cases/" + caseId + "/entries", entries);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        for (var entry : FactJson.mapper().readTree(answer.body())) {
            acknowledged.add(new Acknowledged(
                    entry.get("entryId").stringValue(),
                    entry.get("position").longValue(),
                    entry.get("recordedAt").stringValue()));
        }
    }

    private void everythingIsThere(Api api) throws Exception {
        var log = log(api);
        var found = log.stream()
                .map(event -> new Acknowledged(
                        event.get("entryId").stringValue(),
                        event.get("position").longValue(),
                        event.get("recordedAt").stringValue()))
                .collect(Collectors.toSet());
        assertThat(found).containsAll(acknowledged);
        assertThat(log)
                .extracting(event -> event.get("position").longValue())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, log.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    private void viewsAgreeWithTheLog(Api api) throws Exception {
        var log = log(api);
        Map<String, String> statusByCase = new TreeMap<>();
        for (var event : log) {
            var status = event.get("type").stringValue().equals("CaseClosed") ? "CLOSED" : "PENDING";
            statusByCase.put(event.get("caseId").stringValue(), status);
        }

        var counts = api.get("auditor", "/api/v1/statistics?unit=cases&groupBy=status&atLeast=" + log.size());
        assertThat(groups(counts))
                .isEqualTo(statusByCase.values().stream()
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        for (var caseId : sampleOf(statusByCase.keySet())) {
            var file = api.get("auditor", "/api/v1/cases/" + caseId + "?atLeast=" + log.size());
            assertThat(file.get("status").stringValue()).as(caseId).isEqualTo(statusByCase.get(caseId));
        }
    }

    private static List<JsonNode> log(Api api) throws Exception {
        return api.lines("auditor", "/api/v1/events?from=1&limit=100000");
    }

    private static Map<String, Long> groups(JsonNode counts) {
        return counts.get("groups")
                .valueStream()
                .collect(Collectors.toMap(
                        group -> group.get("status").stringValue(),
                        group -> group.get("count").longValue()));
    }

    private static List<String> sampleOf(Iterable<String> caseIds) {
        var some = new ArrayList<String>();
        int n = 0;
        for (var caseId : caseIds) {
            if (n++ % 10 == 0) {
                some.add(caseId);
            }
        }
        return some;
    }
}
