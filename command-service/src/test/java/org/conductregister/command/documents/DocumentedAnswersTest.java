package org.conductregister.command.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the service answers nothing but what its document says that it may. */
@RegisterTest
class DocumentedAnswersTest {

    private static final String OPENED = """
        {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}\
        """;

    private static final Set<String> OF_ANY_CALL = Set.of("421", "429");

    private final Caller anybody;
    private final Caller handler;
    private final Caller admin;
    private final ApiDocument document;
    private final Set<String> seen = new TreeSet<>();

    DocumentedAnswersTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.anybody = new Caller(port, log);
        this.handler = anybody.as("handler");
        this.admin = anybody.as("admin");
        this.document = ApiDocument.read(anybody);
    }

    @Test
    void ofLogging() {
        var call = "POST /api/v1/cases/{caseId}/entries";
        var path = "/api/v1/cases/%s/entries".formatted(UUID.randomUUID());
        var created = seen(call, handler.post(path, OPENED));
        assertThat(created.etag()).hasValue("\"1\"");
        seen(call, handler.post(path, OPENED));
        seen(call, handler.post(path, "nothing"));
        seen(call, handler.post(path, OPENED.replace("CONDUCT", "NONSENSE")));
        seen(call, handler.post(path, "[]"));
        seen(call, handler.with("If-Match", "7").post(path, OPENED));
        seen(call, handler.with("If-Match", "\"7\"").post(path, OPENED));
        seen(call, anybody.post(path, OPENED));
        seen(call, admin.post(path, OPENED));
        seen(call, handler.with("Sec-Fetch-Site", "cross-site").post(path, OPENED));
        seen(call, handler.with("Accept", "application/yaml").post(path, OPENED));
        seen(call, handler.post(path, "application/yaml", BodyPublishers.ofString("type: CaseOpened")));
        seen(call, handler.post(path, " ".repeat(1_100_000)));

        assertEverythingButFailuresWasSeen(call);
    }

    @Test
    void whoCannotReadTheAnswerHasRecordedNothing() {
        var path = "/api/v1/cases/%s/entries".formatted(UUID.randomUUID());

        handler.refused().with("Accept", "application/yaml").post(path, OPENED).isProblem(406, "NOT_ACCEPTABLE");
        handler.refused().with("Accept", "text/html").post(path, OPENED).isProblem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void ofWhatMayBeLogged() {
        var call = "GET /api/v1/cases/{caseId}/allowed-entries";
        var path = "/api/v1/cases/C/allowed-entries";
        assertThat(seen(call, handler.get(path)).etag()).isPresent();
        seen(call, handler.get("/api/v1/cases/C%20C/allowed-entries"));
        seen(call, anybody.get(path));
        seen(call, admin.get(path));
        seen(call, handler.with("Accept", "application/yaml").get(path));

        assertEverythingButFailuresWasSeen(call);
    }

    @Test
    void ofImports() {
        var call = "POST /api/v1/imports";
        var file = BodyPublishers.ofString("type,caseId,occurredOn\n");
        var accepted = seen(call, handler.post("/api/v1/imports", "text/csv", file));
        assertThat(accepted.location()).isPresent();
        seen(call, handler.post("/api/v1/imports", "text/csv", BodyPublishers.ofString("nonsense\n")));
        seen(call, anybody.post("/api/v1/imports", "text/csv", file));
        seen(call, admin.post("/api/v1/imports", "text/csv", file));
        seen(call, handler.with("Accept", "application/yaml").post("/api/v1/imports", "text/csv", file));
        seen(call, handler.post("/api/v1/imports", "application/pdf", file));
        seen(call, handler.post("/api/v1/imports?mapping=nobodys", "text/csv", file));
        assertEverythingButFailuresWasSeen(call);

        var one = "/api/v1/imports/" + accepted.json().get("importId").stringValue();
        var none = "/api/v1/imports/" + UUID.randomUUID();
        for (var what : new String[] {"", "/refusals"}) {
            call = "GET /api/v1/imports/{importId}" + what;
            seen(call, handler.get(one + what));
            seen(call, handler.get(none + what));
            seen(call, handler.get("/api/v1/imports/1" + what));
            seen(call, anybody.get(one + what));
            seen(call, anybody.as("analyst").get(one + what));
            seen(call, handler.with("Accept", "application/yaml").get(one + what));
            assertEverythingButFailuresWasSeen(call);
        }
    }

    @Test
    void ofMappings() {
        var mapping = """
            {"force": "KENT", "ids": {"case": "{No}"}, "facts": [{"type": "CaseClosed", "occurredOn": "{Day}"}]}""";
        var path = "/api/v1/import-mappings/documented";
        for (var method : new String[] {"PUT", "GET", "DELETE"}) {
            var call = method + " /api/v1/import-mappings/{name}";
            seen(call, mappings(method, handler, path, mapping));
            if (method.equals("PUT")) {
                seen(call, mappings(method, handler, path, "{}"));
                seen(call, mappings(method, handler, path, " ".repeat(1_100_000)));
            }
            seen(call, mappings(method, handler, path.replace("documented", "nobodys"), "nothing"));
            seen(call, mappings(method, anybody, path, mapping));
            seen(call, mappings(method, anybody.as("analyst"), path, mapping));
            seen(call, mappings(method, handler.with("Accept", "application/yaml"), path, mapping));
            assertThat(statuses(call)).as(call).isSubsetOf(union(seen, "400", "415"));
            seen.clear();
        }
        seen("GET /api/v1/import-mappings", handler.get("/api/v1/import-mappings"));
    }

    private static Answer mappings(String method, Caller caller, String path, String json) {
        return switch (method) {
            case "PUT" -> caller.put(path, json);
            case "GET" -> caller.get(path);
            default -> caller.delete(path);
        };
    }

    @Test
    void ofCodeLists() {
        var call = "PUT /api/v1/code-lists/{list}";
        var path = "/api/v1/code-lists/themes";
        var codes = "[{\"code\": \"ATLANTIS\", \"label\": \"Atlantis\"}]";
        seen(call, admin.put(path, codes));
        seen(call, admin.put(path, "[{\"code\": \"a b\"}]"));
        seen(call, admin.put(path, "nothing"));
        seen(call, admin.put("/api/v1/code-lists/nothing", codes));
        seen(call, anybody.put(path, codes));
        seen(call, handler.put(path, codes));
        seen(call, admin.with("Accept", "application/yaml").put(path, codes));
        seen(call, admin.put(path, " ".repeat(1_100_000)));
        seen("GET /api/v1/code-lists", handler.get("/api/v1/code-lists"));
        seen("GET /api/v1/code-lists", handler.get("/api/v1/code-lists?knownAt=then"));

        assertThat(statuses(call)).isSubsetOf(union(seen, "415"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headcounts", "bank-holidays", "retention/schedule"})
    void ofDatedLists(String list) {
        var path = "/api/v1/" + list;
        var call = "PUT " + path;
        seen(call, admin.put(path, "[]"));
        seen(call, admin.put(path, "[{}]"));
        seen(call, admin.put(path, "nothing"));
        seen(call, anybody.put(path, "[]"));
        seen(call, handler.put(path, "[]"));
        seen(call, admin.with("Accept", "application/yaml").put(path, "[]"));
        seen(call, admin.put(path, " ".repeat(1_100_000)));
        seen("GET " + path, handler.get(path));
        seen("GET " + path, admin.get(path));
        seen("GET " + path, admin.get(path + "?knownAt=then"));

        assertThat(statuses(call)).isSubsetOf(union(seen, "415"));
    }

    @Test
    void nothingIsAnsweredAsYaml() {
        for (var path : new String[] {"/api/v1/code-lists", "/api/v1/imports", "/v3/api-docs"}) {
            handler.with("Accept", "application/yaml").get(path).isProblem(406, "NOT_ACCEPTABLE");
            assertThat(handler.get(path).is(200).contentType()).startsWith("application/json");
        }
        handler.get("/v3/api-docs.yaml").is(404);
    }

    private Answer seen(String call, Answer answer) {
        assertThat(document.describes(call, answer))
                .as("%s: %d %s", call, answer.status(), answer.text())
                .isTrue();
        seen.add(Integer.toString(answer.status()));
        return answer;
    }

    private void assertEverythingButFailuresWasSeen(String call) {
        assertThat(seen).as(call).containsExactlyInAnyOrderElementsOf(statuses(call));
        seen.clear();
    }

    /** Without failures, and without what is said of any call alike: to no such host, and after too many attempts to sign in. */
    private Set<String> statuses(String call) {
        var statuses = new TreeSet<>(document.call(call).get("responses").propertyNames());
        statuses.removeIf(status -> status.startsWith("5") || OF_ANY_CALL.contains(status));
        return statuses;
    }

    private static Set<String> union(Set<String> some, String... others) {
        var all = new TreeSet<>(some);
        all.addAll(Set.of(others));
        return all;
    }
}
