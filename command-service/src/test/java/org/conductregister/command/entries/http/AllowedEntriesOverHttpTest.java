package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The kinds of entry that may be logged next, as callers are told. */
@RegisterTest
class AllowedEntriesOverHttpTest {

    private final Caller handler;

    AllowedEntriesOverHttpTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
    }

    @Test
    void onACaseNeverOpenedOnlyItsOpeningIsOffered() {
        var answer = handler.get("/api/v1/cases/ALL-1/allowed-entries").is(200);

        assertThat(types(answer)).containsExactly("CaseOpened");
        assertThat(answer.etag()).contains("\"0\"");
        assertThat(answer.json().get(0).get("fields").toString()).isEqualTo("""
                [{"name":"occurredOn","kind":"DAY","required":true},\
                {"name":"force","kind":"CODE","required":true,"codeList":"forces"},\
                {"name":"kind","kind":"CHOICE","required":true,\
                "choices":["COMPLAINT","CONDUCT","RECORDABLE_CONDUCT","DEATH_OR_SERIOUS_INJURY"]},\
                {"name":"source","kind":"CHOICE","required":true,\
                "choices":["PUBLIC","POLICE","OTHER_AGENCY","ANONYMOUS","UNKNOWN"]},\
                {"name":"reference","kind":"TEXT","required":false},\
                {"name":"regime","kind":"CHOICE","required":false,"choices":["2012","2020","2024","2025","STAFF"]},\
                {"name":"title","kind":"TEXT","required":false},\
                {"name":"tags","kind":"CODES","required":false},\
                {"name":"note","kind":"TEXT","required":false},\
                {"name":"dayStatedAs","kind":"TEXT","required":false}]""");
    }

    @Test
    void theVersionAnsweredIsTheOneToLogOn() {
        handler.log("ALL-2", """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""");
        var version = handler.get("/api/v1/cases/ALL-2/allowed-entries").etag().orElseThrow();

        handler.with("If-Match", version)
                .log("ALL-2", "{\"type\": \"NoteAdded\", \"text\": \"rang back\"}")
                .is(201);
    }

    @Test
    void anAllegationIsOfferedWhereTheKindFitsIt() {
        handler.log("ALL-3", """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A2", "category": "OTHER", "officerId": "O"},
                 {"type": "NoFurtherActionTaken", "occurredOn": "2020-01-07", "allegationId": "A1"}]""").is(201);

        var answer = handler.get("/api/v1/cases/ALL-3/allowed-entries").is(200);

        assertThat(choices(answer, "OfficerIdentified", "allegationId")).containsExactly("A1");
        assertThat(choices(answer, "AllegationClosed", "allegationId")).containsExactly("A2");
        assertThat(choices(answer, "SeverityAssessed", "allegationId")).containsExactly("A1", "A2");
        assertThat(types(answer)).doesNotContain("CaseOpened", "CaseReopened", "AppealLodged");
    }

    @Test
    void officersAndRecommendationsAreAskedAboutAlike() {
        assertThat(types(handler.get("/api/v1/officers/ALL-O/allowed-entries").is(200)))
                .contains("OfficerRegistered", "OfficerSuspended")
                .doesNotContain("OfficerDelisted", "EntryRetracted");
        assertThat(types(handler.get("/api/v1/recommendations/ALL-R/allowed-entries")
                        .is(200)))
                .containsExactly("RecommendationIssued");
    }

    private static List<String> types(Answer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(each -> each.get("type").stringValue())
                .toList();
    }

    private static List<String> choices(Answer answer, String type, String field) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(each -> each.get("type").stringValue().equals(type))
                .flatMap(each -> StreamSupport.stream(each.get("fields").spliterator(), false))
                .filter(each -> each.get("name").stringValue().equals(field))
                .flatMap(each -> StreamSupport.stream(each.get("choices").spliterator(), false))
                .map(choice -> choice.stringValue())
                .toList();
    }
}
