package org.conductregister.command.entries.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what on this side, and what is asked for in a way that is not possible. */
@RegisterTest
class AccessTest {

    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""";

    private final Caller anybody;

    AccessTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.anybody = new Caller(port, log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases/C/entries",
                "/api/v1/officers/C/entries",
                "/api/v1/recommendations/C/entries",
                "/api/v1/imports",
                "/api/v1/imports/00000000-0000-0000-0000-000000000000/retry"
            })
    void nobodyLogsWithoutSigningInAndOnlyHandlersLog(String path) {
        anybody.refused().post(path, OPENED).isProblem(401, "UNAUTHENTICATED");
        anybody.as("nobody").refused().post(path, OPENED).isProblem(401, "UNAUTHENTICATED");
        for (var user : new String[] {"auditor", "analyst", "admin"}) {
            anybody.as(user).refused().post(path, OPENED).isProblem(403, "FORBIDDEN");
        }
    }

    @Test
    void onlyAdministratorsExtendCodeLists() {
        var codes = "[{\"code\": \"ATLANTIS\", \"label\": \"Atlantis\"}]";

        anybody.refused().put("/api/v1/code-lists/forces", codes).isProblem(401, "UNAUTHENTICATED");
        for (var user : new String[] {"handler", "auditor", "analyst"}) {
            anybody.as(user).refused().put("/api/v1/code-lists/forces", codes).isProblem(403, "FORBIDDEN");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases/C/allowed-entries, analyst",
        "/api/v1/cases/C/allowed-entries, admin",
        "/api/v1/imports, analyst",
        "/api/v1/imports/00000000-0000-0000-0000-000000000000, analyst",
        "/api/v1/imports/00000000-0000-0000-0000-000000000000/refusals, analyst"
    })
    void whoSeesNoPersonSeesNoRecordAndNoImport(String path, String user) {
        anybody.as(user).refused().get(path).isProblem(403, "FORBIDDEN");
    }

    @Test
    void anythingButHealthNeedsSigningIn() {
        anybody.get("/actuator/health").is(200);
        for (var path :
                new String[] {"/api/v1/code-lists", "/api/v1/imports", "/api/v1/cases/C/allowed-entries", "/x"}) {
            anybody.refused().get(path).isProblem(401, "UNAUTHENTICATED");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        anybody.as("handler").refused().get("/api/v1/nothing").isProblem(404, "NOT_FOUND");
        anybody.as("handler").refused().post("/api/v2/cases/C/entries", OPENED).isProblem(404, "NOT_FOUND");
    }

    @Test
    void nothingIsEditedOrDeleted() {
        var handler = anybody.as("handler").refused();

        handler.delete("/api/v1/cases/C/entries").isProblem(405, "METHOD_NOT_ALLOWED");
        handler.put("/api/v1/cases/C/entries", OPENED).isProblem(405, "METHOD_NOT_ALLOWED");
        anybody.as("admin").refused().delete("/api/v1/code-lists/forces").isProblem(405, "METHOD_NOT_ALLOWED");
        handler.delete("/api/v1/imports/" + UUID.randomUUID()).isProblem(405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/x-ndjson"
            })
    void anEntryIsJson(String contentType) {
        anybody.as("handler")
                .refused()
                .post("/api/v1/cases/ACC-1/entries", contentType, BodyPublishers.ofString(OPENED))
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aContentTypeThatIsNoneIsRefused() {
        anybody.as("handler")
                .refused()
                .post("/api/v1/cases/ACC-1/entries", "json", BodyPublishers.ofString(OPENED))
                .is(415);
    }

    @Test
    void anEmptyBodyIsNoEntry() {
        anybody.as("handler").refused().post("/api/v1/cases/ACC-1/entries", "").isProblem(400, "BODY_MISSING");
    }

    @Test
    void whoAcceptsOnlyWhatIsNotWrittenIsToldSo() {
        anybody.as("handler")
                .with("Accept", "application/xml")
                .get("/api/v1/code-lists")
                .isProblem(406, "NOT_ACCEPTABLE");
    }
}
