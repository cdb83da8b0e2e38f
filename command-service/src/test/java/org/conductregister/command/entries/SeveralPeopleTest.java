package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.Concurrently;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several people log on one case at once: each entry is recorded or refused, and none is lost. */
@RegisterTest
class SeveralPeopleTest {

    private static final int PEOPLE = 8;
    private static final int EACH = 15;
    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""";

    private final Caller handler;
    private final EventLog log;

    SeveralPeopleTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.log = log;
    }

    @Test
    void allNotesAreRecordedInOneSequence() throws Exception {
        long before = log.lastPosition();
        handler.log("SEV-1", OPENED).is(201);

        var answers = Concurrently.all(people(person -> notes("SEV-1", person)));

        var acknowledged = answers.stream().flatMap(List::stream).toList();
        assertThat(acknowledged).hasSize(PEOPLE * EACH).allMatch(answer -> answer.status() == 201);
        assertOneSequence(before, "SEV-1", acknowledged);
    }

    private List<Answer> notes(String caseId, int person) {
        return IntStream.range(0, EACH)
                .mapToObj(i ->
                        handler.log(caseId, "{\"type\": \"NoteAdded\", \"text\": \"%d of %d\"}".formatted(i, person)))
                .toList();
    }

    @Test
    void ofAllWhoCloseTheCaseOneCloses() throws Exception {
        handler.log("SEV-2", OPENED).is(201);

        var answers = Concurrently.all(people(person -> handler.log("SEV-2", """
                {"type": "CaseClosed", "occurredOn": "2020-02-06"}""")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(PEOPLE - 1)
                .allSatisfy(answer -> answer.isProblem(409, "CASE_ALREADY_CLOSED", " CASE_ALREADY_CLOSED"));
    }

    @Test
    void ofAllWhoOpenTheCaseOneOpensIt() throws Exception {
        var answers = Concurrently.all(people(person -> handler.log("SEV-3", OPENED)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(PEOPLE - 1);
    }

    @Test
    void theSameEntryFromAllIsRecordedOnceAndAnsweredToAll() throws Exception {
        var entry = "{\"entryId\": \"6f1f5a3e-6f0b-4a57-8d0d-1f8f6f6a0b01\", %s".formatted(OPENED.substring(1));

        var answers = Concurrently.all(people(person -> handler.log("SEV-4", entry)));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    @Test
    void whoDecidesOnTheVersionSeenNeverOverlooksAnother() throws Exception {
        long before = log.lastPosition();
        handler.log("SEV-5", OPENED).is(201);

        var answers = Concurrently.all(people(person -> notesEachOnTheLatestVersion("SEV-5", person)));

        var acknowledged = answers.stream().flatMap(List::stream).toList();
        assertThat(acknowledged.stream().map(answer -> answer.etag().orElseThrow()))
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE * EACH);
        assertOneSequence(before, "SEV-5", acknowledged);
    }

    private List<Answer> notesEachOnTheLatestVersion(String caseId, int person) {
        var taken = new ArrayList<Answer>();
        while (taken.size() < EACH) {
            var seen = handler.get("/api/v1/cases/" + caseId + "/allowed-entries")
                    .etag()
                    .orElseThrow();
            var note = "{\"type\": \"NoteAdded\", \"text\": \"%d of %d\"}".formatted(taken.size(), person);
            var answer = handler.with("If-Match", seen).log(caseId, note);
            assertThat(answer.status()).isIn(201, 412);
            if (answer.status() == 201) {
                taken.add(answer);
            }
        }
        return taken;
    }

    /** The opening and what was acknowledged, each once and nothing else; numbered without a gap; never back in time. */
    private void assertOneSequence(long before, String caseId, List<Answer> acknowledged) {
        var recorded = log.from(before + 1, Long.MAX_VALUE)
                .filter(event -> event.aggregateIdentifier().equals("case/" + caseId))
                .toList();
        assertThat(recorded.stream().skip(1).map(StoredEvent::entryId))
                .containsExactlyInAnyOrderElementsOf(acknowledged.stream()
                        .map(answer -> answer.json().get(0).get("entryId").stringValue())
                        .toList());
        assertThat(recorded.stream().map(StoredEvent::sequence))
                .containsExactlyElementsOf(IntStream.range(0, recorded.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(recorded.stream().map(StoredEvent::recordedAt)).isSorted().doesNotHaveDuplicates();
    }

    private interface Person<T> {
        T does(int person);
    }

    private static <T> List<Callable<T>> people(Person<T> what) {
        return IntStream.range(0, PEOPLE)
                .<Callable<T>>mapToObj(person -> () -> what.does(person))
                .toList();
    }
}
