package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a service that is stopped answers what it has begun, and refuses nobody by an error of its own. */
@Timeout(300)
class GracefulStopTest {

    private static final int PEOPLE = 4;

    @TempDir
    Path directory;

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    @Test
    void callsThatHaveBegunAreAnsweredAndTheirEntriesRecorded() throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var calling = new ArrayList<Future<?>>();
            var service = RunningService.in(directory);
            for (int person = 0; person < PEOPLE; person++) {
                var caseId = "STOP-" + person;
                calling.add(people.submit(() -> logUntilNobodyAnswers(service.as("handler"), caseId)));
            }
            await().until(() -> answers.size() > 20);

            service.close();

            for (var each : calling) {
                each.get();
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        try (var service = RunningService.in(directory)) {
            assertThat(service.log().from(1, Long.MAX_VALUE).map(StoredEvent::entryId))
                    .containsAll(entryIds());
        }
    }

    private void logUntilNobodyAnswers(Caller caller, String caseId) {
        var entry = """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""";
        try {
            while (true) {
                answers.add(caller.log(caseId, entry));
                entry = """
                        {"type": "NoteAdded", "text": "once more"}""";
            }
        } catch (AssertionError e) {
            assertThat(e).hasCauseInstanceOf(IOException.class); // nobody listens any more
        }
    }

    private List<String> entryIds() {
        return answers.stream()
                .map(answer -> answer.json().get(0).get("entryId").stringValue())
                .toList();
    }
}
