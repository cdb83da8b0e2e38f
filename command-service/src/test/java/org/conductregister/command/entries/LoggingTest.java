package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logging that succeeds: one entry or an array of them, repeatable, on the version that was seen. */
@RegisterTest
class LoggingTest {

    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""";
    private static final String REPORTED = """
            {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "officerId": "LAN-O-17",
             "category": "SEXUAL_ASSAULT", "tags": ["VAWG"]}""";

    private final Caller handler;
    private final EventLog log;
    private final PayloadSeal seal;

    LoggingTest(@Autowired EventLog log, @Autowired PayloadSeal seal, @LocalServerPort int port) {
        this.seal = seal;
        this.handler = new Caller(port, log).as("handler");
        this.log = log;
    }

    @Test
    void anEntryIsAnsweredWithItsPositionItsInstantAndTheVersion() {
        var before = log.head();
        var answer = handler.log("LOG-1", OPENED).is(201);
        var recorded = answer.json().get(0);

        assertThat(answer.json()).hasSize(1);
        assertThat(answer.etag()).contains("\"1\"");
        assertThat(UUID.fromString(recorded.get("entryId").stringValue())).isNotNull();
        assertThat(recorded.get("position").longValue()).isEqualTo(before.position() + 1);
        assertThat(Instant.parse(recorded.get("recordedAt").stringValue())).isAfter(before.recordedAt());
    }

    @Test
    void whatIsRecordedSaysWhoLoggedItAndInWhichCall() {
        var answer =
                handler.with("X-Correlation-Id", "call-7").log("LOG-2", OPENED).is(201);
        var stored = log.from(answer.json().get(0).get("position").longValue(), 1)
                .findFirst()
                .orElseThrow();

        assertThat(stored.aggregateIdentifier()).isEqualTo("case/LOG-2");
        assertThat(stored.entryId())
                .isEqualTo(answer.json().get(0).get("entryId").stringValue());
        assertThat(stored.type().toString()).isEqualTo("case.opened revision 1");
        assertThat(FactJson.mapper().readTree(stored.metadata()))
                .isEqualTo(FactJson.mapper().readTree("{\"recordedBy\": \"handler\", \"correlationId\": \"call-7\"}"));
    }

    @Test
    void anArrayIsRecordedTogetherInItsOrder() {
        var answer =
                handler.log("LOG-3", "[%s, %s]".formatted(OPENED, REPORTED)).is(201);
        var first = answer.json().get(0);
        var second = answer.json().get(1);

        assertThat(answer.etag()).contains("\"2\"");
        assertThat(second.get("position").longValue())
                .isEqualTo(first.get("position").longValue() + 1);
        assertThat(second.get("recordedAt")).isEqualTo(first.get("recordedAt"));
    }

    @Test
    void theSameEntrySentAgainIsAnsweredAsTheFirstTime() {
        var entry = withId(OPENED, UUID.randomUUID());
        var first = handler.log("LOG-4", entry).is(201);
        handler.log("LOG-4", REPORTED).is(201);
        long position = log.lastPosition();

        var second = handler.log("LOG-4", entry).is(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(log.lastPosition()).isEqualTo(position);
    }

    @Test
    void anArrayOfWhichSomeAreRecordedAlreadyRecordsTheRest() {
        var opened = withId(OPENED, UUID.randomUUID());
        var first = handler.log("LOG-5", opened).is(201);

        var both = handler.log("LOG-5", "[%s, %s]".formatted(opened, REPORTED)).is(201);

        assertThat(both.json()).hasSize(2);
        assertThat(both.json().get(0)).isEqualTo(first.json().get(0));
        assertThat(both.etag()).contains("\"2\"");
    }

    @Test
    void theIdentifierMayBeWrittenInCapitals() {
        var id = UUID.randomUUID();
        var first = handler.log("LOG-6", withId(OPENED, id)).is(201);
        var second = handler.log("LOG-6", withId(OPENED, id.toString().toUpperCase(Locale.ROOT)))
                .is(201);

        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void whoHasSeenTheLatestVersionLogs() {
        var version = handler.log("LOG-7", OPENED).etag().orElseThrow();

        handler.with("If-Match", version).log("LOG-7", REPORTED).is(201);
        handler.with("If-Match", "*").log("LOG-7", note("rang back")).is(201);
    }

    @Test
    void aRepetitionIsAnsweredWhateverVersionWasSeen() {
        var version = handler.log("LOG-8", OPENED).etag().orElseThrow();
        var entry = withId(REPORTED, UUID.randomUUID());
        var first = handler.with("If-Match", version).log("LOG-8", entry).is(201);

        assertThat(handler.with("If-Match", version).log("LOG-8", entry).is(201).json())
                .isEqualTo(first.json());
    }

    @Test
    void officersAndRecommendationsAreLoggedAlike() {
        handler.post("/api/v1/officers/LOG-O-1/entries", """
                {"type": "OfficerRegistered", "occurredOn": "2011-05-02", "force": "LANCASHIRE", "workforce": "POLICE_OFFICER",
                 "officerId": "LOG-O-1", "rank": "Constable", "name": "Ann Example"}""").is(201);
        handler.post("/api/v1/recommendations/LOG-R-1/entries", """
                {"type": "RecommendationIssued", "occurredOn": "2019-01-01", "issuedBy": "HMICFRS", "theme": "ABUSE_OF_POSITION",
                 "addressedTo": ["KENT", "SURREY"], "responseDueOn": "2019-03-01"}""").is(201);
    }

    @Test
    void leavingEndsNothing() {
        handler.log("LOG-9", "[%s, %s]".formatted(OPENED, REPORTED)).is(201);
        handler.post("/api/v1/officers/LAN-O-17/entries", """
                {"type": "OfficerResigned", "occurredOn": "2020-02-01"}""").is(201);

        handler.log("LOG-9", """
                [{"type": "InvestigationStarted", "occurredOn": "2020-02-02"},
                 {"type": "ProceedingsListed", "occurredOn": "2020-03-02", "allegationId": "A1", "proceedings": "HEARING"},
                 {"type": "MisconductOutcomeImposed", "occurredOn": "2020-04-02", "allegationId": "A1", "outcome": "WOULD_HAVE_BEEN_DISMISSED"},
                 {"type": "OfficerCharged", "occurredOn": "2020-05-02", "allegationId": "A1"}]""").is(201);
    }

    @Test
    void textIsKeptAsItWasWrittenAndSealed() {
        handler.log("LOG-10", OPENED).is(201);
        var text = "Æthelstan 𝕏 said:\\n\\t\\\"no\\\" \uD83D\uDC6E";
        var answer = handler.log("LOG-10", note(text)).is(201);
        var stored = log.from(answer.json().get(0).get("position").longValue(), 1)
                .findFirst()
                .orElseThrow();

        assertThat(stored.payload()).doesNotContain("said");
        assertThat(seal.opened(stored)).contains("\"text\":\"" + text + "\"");
    }

    private static String note(String text) {
        return "{\"type\": \"NoteAdded\", \"text\": \"%s\"}".formatted(text);
    }

    private static String withId(String entry, Object id) {
        return "{\"entryId\": \"%s\", %s".formatted(id, entry.substring(1));
    }
}
