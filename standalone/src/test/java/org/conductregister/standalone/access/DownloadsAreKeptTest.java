package org.conductregister.standalone.access;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every read that there is, in every form in which it is offered: whatever comes as a file, as lines or as a table is in the access log as
 * a download, under the number of its call; so is what is taken out otherwise.
 */
@ExtendWith(SharedRegister.class)
class DownloadsAreKeptTest {

    private static final String CASE = "DL-C1";
    private static final String OFFICER = "DL-O1";

    private static final List<String> FORMS = List.of(
            "text/csv",
            "application/x-ndjson",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            "*/*");

    /** The answers that are no downloads, though neither pages nor JSON: the state of the log, which tells of nobody. */
    private static final Set<String> OPEN = Set.of("/api/v1/integrity/checkpoint");

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("/statistics", "unit=cases"),
            Map.entry("/series", "unit=cases&from=2024-01-01&to=2024-12-31&step=MONTH"),
            Map.entry("/compare", "unit=cases&asAt=2024-01-01&asAt2=2024-12-31"),
            Map.entry("/statistics/members", "unit=cases"),
            Map.entry("/durations", "unit=cases&from=REPORTED&to=CLOSED"),
            Map.entry("/durations/members", "unit=cases&from=REPORTED&to=CLOSED&part=OPEN"),
            Map.entry("/flows", "unit=cases&from=2024-01-01&to=2024-12-31&step=MONTH"),
            Map.entry("/flows/members", "unit=cases&from=2024-01-01&to=2024-12-31&flow=RECEIVED"),
            Map.entry("/export", "unit=cases&groupBy=force&format=csv"),
            Map.entry("/search", "q=Downloads"),
            Map.entry("/proof", "position=1&size=1"),
            Map.entry("/consistency", "from=1&to=1"));

    private static StartedRegister register;
    private static String importId;

    @BeforeAll
    static void record(StartedRegister shared) throws Exception {
        register = shared;
        register.log("/api/v1/officers/" + OFFICER + "/entries", """
                [{'type': 'OfficerRegistered', 'occurredOn': '2020-01-06', 'force': 'KENT', 'workforce': 'POLICE_OFFICER',
                  'name': 'Dolores Downloads'}]""");
        long last = register.log("/api/v1/cases/" + CASE + "/entries", """
                [{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'},
                 {'type': 'AllegationReported', 'occurredOn': '2024-01-08', 'allegationId': 'A1', 'officerId': '%s',
                  'category': 'OTHER'}]""".formatted(OFFICER));
        assertThat(register.get("auditor", "/api/v1/statistics?unit=cases&atLeast=" + last)
                        .statusCode())
                .isEqualTo(200);
        var sent = register.send(Way.BASIC
                .as(register, "handler")
                .request("/api/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(
                        "{\"type\": \"CaseClosed\", \"caseId\": \"DL-C9\", \"occurredOn\": \"2024-01-08\"}\n"))
                .build());
        assertThat(sent.statusCode()).isEqualTo(202);
        var progress = sent.headers().firstValue("Location").orElseThrow();
        importId = progress.substring(progress.lastIndexOf('/') + 1);
        await().until(() -> register.get("handler", progress).body().contains("COMPLETED"));
    }

    private final Map<String, String> downloads = new HashMap<>();

    @Test
    void everyFileIsInTheAccessLogUnderTheNumberOfItsCall() throws Exception {
        int number = 0;
        for (var read : register.calls().stream().filter(Call::isRead).toList()) {
            for (var form : read.isOfApi() ? FORMS : List.of("*/*")) {
                var id = "download-" + number++;
                var answer = get(address(read), form, id);
                if (answer.statusCode() == 200 && isFile(answer) && !OPEN.contains(read.pattern())) {
                    downloads.put(id, read.pattern() + " as " + form);
                }
            }
        }

        var kept = actions();
        var missing = new TreeSet<String>();
        downloads.forEach((id, what) -> {
            if (!"DOWNLOADED".equals(kept.get(id))) {
                missing.add(what + ": " + kept.get(id));
            }
        });
        assertThat(missing).isEmpty();
        assertThat(Set.copyOf(downloads.values()))
                .contains(
                        "/api/v1/events as application/x-ndjson",
                        "/api/v1/access-log as application/x-ndjson",
                        "/api/v1/statistics as text/csv",
                        "/api/v1/statistics/members as text/csv",
                        "/api/v1/statistics/export as */*",
                        "/api/v1/imports/{importId}/refusals as application/x-ndjson",
                        "/imports/{importId}/refused.csv as */*")
                .hasSizeGreaterThan(20);
    }

    @Test
    void allThatThereIsAboutAPersonIsADownload() throws Exception {
        assertThat(get("/api/v1/officers/" + OFFICER + "/subject-access", "application/json", "person-1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/officers/" + OFFICER + "/subject-access", "text/html", "person-2")
                        .statusCode())
                .isEqualTo(200);

        assertThat(actions()).containsEntry("person-1", "DOWNLOADED").containsEntry("person-2", "DOWNLOADED");
    }

    @Test
    void anExportOfTheLogIsKeptThoughItIsNoDownload() throws Exception {
        var exported = register.send(Way.BASIC
                .as(register, "admin")
                .request("/api/v1/log-export")
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", "export-1")
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(exported.statusCode()).isIn(201, 409);
        assertThat(actions().get("export-1")).isEqualTo(exported.statusCode() == 201 ? "EXPORTED" : "REFUSED");
    }

    private static String address(Call read) {
        var path = read.pattern()
                .replaceAll("/cases/\\{\\w+}", "/cases/" + CASE)
                .replaceAll("/officers/\\{\\w+}", "/officers/" + OFFICER)
                .replaceAll("/imports/\\{\\w+}", "/imports/" + importId);
        var concrete = path.contains("{") || path.contains("*") ? read.path() : path;
        return PARAMETERS.entrySet().stream()
                .filter(known -> concrete.endsWith(known.getKey()))
                .findAny()
                .map(known -> concrete + "?" + known.getValue())
                .orElse(concrete);
    }

    private static boolean isFile(HttpResponse<?> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.headers().firstValue("Content-Disposition").isPresent()
                || !(type.startsWith("text/html") || type.startsWith("application/json") || type.isEmpty());
    }

    private static HttpResponse<byte[]> get(String path, String form, String id) throws Exception {
        return register.sendForBytes(Way.BASIC
                .as(register, "auditor")
                .request(path)
                .header("Accept", form)
                .header("X-Correlation-Id", id)
                .GET()
                .build());
    }

    /** Returns what was done, as the access log tells it, by the number of the call. */
    private static Map<String, String> actions() throws Exception {
        var log = get("/api/v1/access-log", "application/x-ndjson", "the-log-itself");
        assertThat(log.statusCode()).isEqualTo(200);
        return new String(log.body(), StandardCharsets.UTF_8)
                .lines()
                .map(FactJson.mapper()::readTree)
                .filter(line -> line.has("correlationId"))
                .collect(toMap(
                        line -> line.get("correlationId").stringValue(),
                        line -> line.get("action").stringValue(),
                        (first, second) -> second));
    }
}
