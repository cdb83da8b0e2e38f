package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.Concurrently;
import org.conductregister.command.RunningService;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one PostgreSQL: what is logged at one holds at the other, also in the same moment. */
class TwoNodesTest {

    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""";

    private static EmbeddedPostgres postgres;
    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var url = postgres.getJdbcUrl("postgres", "postgres");
        one = RunningService.nodeOn(url, directory.resolve("one"));
        other = RunningService.nodeOn(url, directory.resolve("other"));
    }

    @AfterAll
    static void stop() throws Exception {
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void whatIsLoggedAtOneHoldsAtTheOther() {
        one.as("handler").log("TWO-1", OPENED).is(201);

        other.as("handler").log("TWO-1", OPENED).isProblem(409, "CASE_ALREADY_OPENED", " CASE_ALREADY_OPENED");
        assertThat(other.as("handler").log("TWO-1", note(1)).is(201).etag()).contains("\"2\"");
    }

    @Test
    void notesOnOneCaseAtBothAreAllRecordedInOneSequence() throws Exception {
        one.as("handler").log("TWO-2", OPENED).is(201);

        var answers = atBoth(
                4,
                caller -> IntStream.range(0, 10)
                        .mapToObj(i -> caller.log("TWO-2", note(i)))
                        .toList());

        var acknowledged = answers.stream()
                .flatMap(List::stream)
                .filter(answer -> answer.status() == 201)
                .map(TwoNodesTest::entryId)
                .toList();
        assertThat(answers.stream().flatMap(List::stream))
                .allSatisfy(answer -> assertThat(answer.status() == 201 || refusedForTheMoment(answer))
                        .as(answer.text())
                        .isTrue());
        var recorded = sequence("TWO-2");
        assertThat(recorded.stream().skip(1).map(StoredEvent::entryId))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(recorded.stream().map(StoredEvent::sequence))
                .containsExactlyElementsOf(IntStream.range(0, recorded.size())
                        .mapToObj(i -> (long) i)
                        .toList());
    }

    private static boolean refusedForTheMoment(Answer answer) {
        return answer.status() == 409 && answer.json().get("code").stringValue().equals("CONCURRENT_CHANGE");
    }

    @Test
    void ofAllWhoOpenACaseAtBothOneOpensIt() throws Exception {
        for (int i = 0; i < 10; i++) {
            var caseId = "TWO-3-" + i;
            var answers = atBoth(2, caller -> caller.log(caseId, OPENED));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> answer.isProblem(409, "CASE_ALREADY_OPENED", " CASE_ALREADY_OPENED"));
        }
    }

    @Test
    void theSameEntrySentToBothIsRecordedOnceAndAnsweredByBoth() throws Exception {
        for (int i = 0; i < 10; i++) {
            var caseId = "TWO-4-" + i;
            var entry = "{\"entryId\": \"%s\", %s".formatted(UUID.randomUUID(), OPENED.substring(1));
            var answers = atBoth(2, caller -> caller.log(caseId, entry).is(201));

            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            assertThat(sequence(caseId)).hasSize(1);
        }
    }

    @Test
    void anEntryIdIsTakenAtBoth() {
        var id = entryId(one.as("handler").log("TWO-5", OPENED).is(201));
        var otherContent = "{\"entryId\": \"%s\", %s".formatted(id, OPENED.substring(1));

        other.as("handler")
                .log("TWO-5", otherContent.replace("01-06", "01-07"))
                .isProblem(409, "ENTRY_ID_TAKEN", " ENTRY_ID_TAKEN");
        other.as("handler").log("TWO-6", otherContent).isProblem(409, "ENTRY_ID_TAKEN", " ENTRY_ID_TAKEN");
    }

    @Test
    void ofAllWhoOpenCasesOfOneReferenceAtBothOneDoes() throws Exception {
        for (int i = 0; i < 5; i++) {
            var opened = OPENED.replace("}", ", \"reference\": \"CO %d/20\"}".formatted(i));
            var answers = atBoth(2, caller -> caller.log("TWO-8-" + UUID.randomUUID(), opened));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> answer.isProblem(409, "REFERENCE_TAKEN", " REFERENCE_TAKEN"));
        }
    }

    @Test
    void aCodeAddedAtOneIsKnownAndShownAtTheOther() {
        var opened = OPENED.replace("LANCASHIRE", "NEWPORT");
        other.as("handler").log("TWO-7", opened).isProblem(400, "CODE_UNKNOWN", "/force CODE_UNKNOWN");

        one.as("admin")
                .put("/api/v1/code-lists/forces", "[{\"code\": \"NEWPORT\", \"label\": \"Newport\"}]")
                .is(200);
        assertThat(forces(other)).contains("{\"code\":\"NEWPORT\",\"label\":\"Newport\"}");
        other.as("handler").log("TWO-7", opened).is(201);

        other.as("admin")
                .put("/api/v1/code-lists/forces", "[{\"code\": \"NEWPORT\", \"label\": \"Newport, Mon.\"}]")
                .is(200);
        one.as("admin")
                .put("/api/v1/code-lists/forces", "[{\"code\": \"NEWPORT\", \"label\": \"Newport\"}]")
                .is(200);
        assertThat(forces(one))
                .contains("{\"code\":\"NEWPORT\",\"label\":\"Newport\"}")
                .isEqualTo(forces(other));
    }

    private static String forces(RunningService node) {
        return node.as("analyst").get("/api/v1/code-lists").json().get("forces").toString();
    }

    private interface Deed<T> {
        T by(Caller caller);
    }

    /** So many people at each node, all at the same moment. */
    private static <T> List<T> atBoth(int people, Deed<T> deed) throws Exception {
        var all = new ArrayList<Callable<T>>();
        for (int i = 0; i < people; i++) {
            all.add(() -> deed.by(one.as("handler")));
            all.add(() -> deed.by(other.as("handler")));
        }
        return Concurrently.all(all);
    }

    private static List<StoredEvent> sequence(String caseId) {
        return one.log()
                .from(1, Long.MAX_VALUE)
                .filter(event -> event.aggregateIdentifier().equals("case/" + caseId))
                .toList();
    }

    private static String entryId(Answer answer) {
        return answer.json().get(0).get("entryId").stringValue();
    }

    private static String note(int number) {
        return "{\"type\": \"NoteAdded\", \"text\": \"number %d\"}".formatted(number);
    }
}
