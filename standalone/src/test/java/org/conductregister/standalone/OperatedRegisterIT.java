package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conductregister.standalone.RunningRegister.as;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The register as programs see it, and those who run it: its API document, which this leaves where the generated client's module
 * reads it, metrics, probes, and a log in JSON.
 */
class OperatedRegisterIT {

    private static final String PASSWORD = "open sesame";
    private static final String SCRAPE_PASSWORD = "a password for the program that scrapes";
    private static final String METRICS = "/actuator/prometheus";
    private static final String CASE = "SEEN-IN-NO-METRIC";
    private static final Path DOCUMENT = Path.of("target", "api-document.json");
    private static final Path OPERATIONS = Path.of("..", "operations");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:register|http|jvm|disk|hikaricp|process)_[a-z_]+(?=[\\[{) ])");

    @TempDir
    static Path data;

    private static RunningRegister register;

    @BeforeAll
    static void start() throws Exception {
        register = RunningRegister.start(
                        data,
                        "--register.sample=false",
                        "--register.password=" + PASSWORD,
                        "--register.metrics.password=" + SCRAPE_PASSWORD,
                        "--logging.file.name=" + data.resolve("log.json"),
                        "--logging.structured.format.file=ecs")
                .untilReady();
        assertThat(log("CaseOpened", ", \"force\": \"KENT\", \"kind\": \"CONDUCT\", \"source\": \"POLICE\""))
                .isEqualTo(201);
        assertThat(log("CaseReopened", ", \"reason\": \"it was never closed\"")).isEqualTo(409);
        register.api(PASSWORD).get("handler", "/api/v1/cases/" + CASE);
    }

    @AfterAll
    static void stop() throws IOException {
        register.close();
    }

    private static int log(String type, String fields) throws Exception {
        var entry = "{\"type\": \"" + type + "\", \"occurredOn\": \"2012-03-04\"" + fields + "}";
        return register.api(PASSWORD)
                .post("handler", "/api/v1/cases/" + CASE + "/entries", entry)
                .statusCode();
    }

    @Test
    void itsApiIsOneDocumentOfBothServices() throws Exception {
        var text = register.get("/v3/api-docs", as("auditor", PASSWORD)).body();
        Files.writeString(DOCUMENT, text);

        var document = FactJson.mapper().readTree(text);
        assertThat(document.get("paths").propertyNames())
                .contains("/api/v1/cases/{caseId}/entries", "/api/v1/imports", "/api/v1/statistics", "/api/v1/events")
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(document.at("/components/schemas").propertyNames()).contains("CaseOpened", "TableAnswer", "Problem");
        assertThat(document.get("tags")).hasSize(10);
        assertThat(register.get("/v3/api-docs", as("auditor", PASSWORD)).body())
                .as("the same each time")
                .isEqualTo(text);
        assertThat(status("/v3/api-docs.yaml", as("auditor", PASSWORD))).isEqualTo(404);
        assertThat(register.output()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void passwordsThatAreConfiguredAreNotPrinted() throws Exception {
        assertThat(register.output())
                .contains("with the password configured")
                .doesNotContain(PASSWORD)
                .doesNotContain(SCRAPE_PASSWORD);
        assertThat(register.get("/v3/api-docs", as("auditor", PASSWORD)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everyMetricThatAlertsAndTheDashboardNameIsInTheScrape(String file) throws Exception {
        var named = METRIC.matcher(Files.readString(OPERATIONS.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(metricsIn(scrape())).containsAll(named);
    }

    @Test
    void theMetricsSayWhatBecameOfCommandsAndNameNoRecord() throws Exception {
        var scraped = scrape();

        assertThat(scraped)
                .contains("register_commands_seconds_count{outcome=\"recorded\",record=\"case\"} 1\n")
                .contains("register_commands_seconds_count{outcome=\"refused\",record=\"case\"} 1\n")
                .contains("register_refusals_total{code=\"CASE_NOT_CLOSED\"} 1.0\n")
                .contains("uri=\"/api/v1/cases/{caseId}\"")
                .doesNotContain(CASE);
        await().untilAsserted(() -> assertThat(scrape())
                .contains("register_log_entries 1.0\n")
                .contains("register_log_reachable 1.0\n")
                .contains("register_view_lag_entries{view=\"statistics\"} 0.0\n")
                .contains("register_view_following{view=\"search\"} 1.0\n"));
    }

    @Test
    void metricsAreReadByAdministratorsAndWithThePasswordForThemThatOpensNothingElse() throws Exception {
        assertThat(status(METRICS, as("admin", PASSWORD))).isEqualTo(200);
        assertThat(status(METRICS, as("auditor", PASSWORD))).isEqualTo(403);
        assertThat(status(METRICS, as("metrics", "a password for a program that scrapes")))
                .isEqualTo(401);
        assertThat(status(METRICS, UnaryOperator.identity())).isEqualTo(401);
        assertThat(status("/api/v1/users", as("metrics", SCRAPE_PASSWORD))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void probesAreOpen(String probe) throws Exception {
        await().untilAsserted(() -> assertThat(register.get("/actuator/health/" + probe, UnaryOperator.identity())
                        .body())
                .isEqualTo("{\"status\":\"UP\"}"));
    }

    @Test
    void aLineOfTheLogInJsonNamesTheCallThatItIsOf() throws Exception {
        var retried = register.get(
                "/api/v1/projections/search/dead-letters/retry",
                request -> as("admin", PASSWORD)
                        .apply(request)
                        .header("X-Correlation-Id", "call-17")
                        .POST(BodyPublishers.noBody()));
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);

        var lines = Files.readAllLines(data.resolve("log.json")).stream()
                .map(line -> FactJson.mapper().readTree(line))
                .toList();
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("correlationId").stringValue()).isEqualTo("call-17");
            assertThat(line.at("/log/level").stringValue()).isEqualTo("INFO");
            assertThat(line.get("message").stringValue()).contains("View search tries its dead letters again");
        });
    }

    private static int status(String path, UnaryOperator<HttpRequest.Builder> who) throws Exception {
        return register.get(path, who).statusCode();
    }

    private static String scrape() throws Exception {
        var answer = register.get(METRICS, as("metrics", SCRAPE_PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> metricsIn(String scraped) {
        return scraped.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
