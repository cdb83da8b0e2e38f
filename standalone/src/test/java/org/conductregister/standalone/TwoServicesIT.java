package org.conductregister.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.provider.TestIssuer;
import org.conductregister.standalone.provider.TokenCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two services as processes of their own, on PostgreSQL and a MongoDB that they reach over the network. */
class TwoServicesIT {

    private static final String PASSWORD = "two-services";

    @TempDir
    Path directory;

    private final List<AutoCloseable> running = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private MongoServer mongo;

    @BeforeEach
    void startStores() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        running.add(postgres);
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
        running.add(mongo::shutdownNow);
    }

    @AfterEach
    void stopAll() throws Exception {
        for (var each : running.reversed()) {
            each.close();
        }
    }

    @Test
    void whatIsLoggedAtTheOneIsCountedAtTheOther() throws Exception {
        var command = start("command-service");
        var query = start("query-service");

        log(command, "/api/v1/cases/C1/entries", """
                [{"type": "CaseOpened", "occurredOn": "2021-11-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2021-11-02", "allegationId": "A1", "officerId": "O1",
                  "category": "SEXUAL_HARASSMENT", "tags": ["VAWG"]}]""");
        log(command, "/api/v1/officers/O1/entries", """
                {"type": "OfficerRegistered", "occurredOn": "2015-01-05", "force": "LANCASHIRE", "workforce": "POLICE_OFFICER"}""");
        long position = log(command, "/api/v1/officers/O1/entries", """
                {"type": "OfficerResigned", "occurredOn": "2021-12-01"}""");

        var counts =
                query.get("analyst", "/api/v1/statistics?unit=officers&groupBy=result&tag=VAWG&atLeast=" + position);
        assertThat(counts.get("groups"))
                .containsExactly(FactJson.mapper().readTree("{\"result\": \"LEFT\", \"count\": 1}"));
        var before = query.get(
                "analyst", "/api/v1/statistics?unit=officers&groupBy=result&asAt=2021-11-30&atLeast=" + position);
        assertThat(before.get("groups"))
                .containsExactly(FactJson.mapper().readTree("{\"result\": \"PENDING\", \"count\": 1}"));
        var file = query.get("handler", "/api/v1/cases/C1?atLeast=" + position);
        assertThat(file.get("allegations").get(0).get("employment").stringValue())
                .isEqualTo("RESIGNED");

        whoSignsInAtTheOneIsKnownAtTheOther(query, command);
        aLabelThatIsSetAtTheOneIsReadAtTheOther(query, command);
        eachDescribesItsOwnCalls(command, query);
    }

    @Test
    void inProductionTokensOfTheProviderAreTakenAtBothAndPasswordsAtNeither() throws Exception {
        var issuer = TestIssuer.start();
        running.add(issuer);
        var options = new ArrayList<>(List.of("--register.provider.address=http://localhost:8080"));
        issuer.settings().forEach((name, value) -> options.add("--" + name + "=" + value));
        var command = start("command-service", options);
        var query = start("query-service", options);
        var jane = issuer.accessToken(
                "u-17", Map.of("roles", List.of("HANDLER"), "forces", List.of("KENT"), "name", "Jane Doe"));
        var auditor = issuer.accessToken("u-18", Map.of("roles", List.of("AUDITOR")));

        var logged = new TokenCaller(command.address()).post(jane, "/api/v1/cases/C1/entries", "application/json", """
                {"type": "CaseOpened", "occurredOn": "2021-11-02", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""");
        assertThat(logged.statusCode()).as(logged.body()).isEqualTo(201);
        var position = TokenCaller.json(logged).get(0).get("position").longValue();
        var reader = new TokenCaller(query.address());
        assertThat(reader.get(jane, "/api/v1/cases/C1?atLeast=" + position).statusCode())
                .isEqualTo(200);
        // Who recorded it is known by name at the other service, which has not seen her token before
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(reader.get(auditor, "/cases/C1").body()).contains("by Jane Doe"));

        for (var service : List.of(command, query)) {
            var answer = service.post("handler", "/api/v1/users/me/password", "{}");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"Conduct Register\"");
        }
    }

    private static void aLabelThatIsSetAtTheOneIsReadAtTheOther(Api query, Api command) throws Exception {
        assertThat(query.page("handler", "/cases/C1")).contains("Lancashire Constabulary");

        var set = command.put(
                "admin",
                "/api/v1/code-lists/forces",
                "[{\"code\": \"LANCASHIRE\", \"label\": \"Police of Lancashire\"}]");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(query.page("handler", "/cases/C1")).contains("Police of Lancashire"));
    }

    private static void eachDescribesItsOwnCalls(Api command, Api query) throws Exception {
        var commands = command.get("auditor", "/v3/api-docs").get("paths");
        var queries = query.get("auditor", "/v3/api-docs").get("paths");
        assertThat(commands.propertyNames()).contains("/api/v1/cases/{caseId}/entries", "/api/v1/imports");
        assertThat(queries.propertyNames())
                .contains("/api/v1/cases/{caseId}", "/api/v1/statistics")
                .doesNotContainAnyElementsOf(commands.propertyNames());
    }

    private static void whoSignsInAtTheOneIsKnownAtTheOther(Api query, Api command) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var form = browser.send(
                        HttpRequest.newBuilder(URI.create(query.address() + "/sign-in"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).as(form).isTrue();
        var sent = "username=handler&password=" + PASSWORD + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8);
        browser.send(
                HttpRequest.newBuilder(URI.create(query.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(sent))
                        .build(),
                BodyHandlers.discarding());

        for (var path : List.of(query.address() + "/api/v1/cases", command.address() + "/api/v1/code-lists")) {
            assertThat(browser.send(HttpRequest.newBuilder(URI.create(path)).build(), BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static long log(Api command, String path, String entries) throws Exception {
        var answer = command.post("handler", path, entries);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var recorded = FactJson.mapper().readTree(answer.body());
        return recorded.get(recorded.size() - 1).get("position").longValue();
    }

    private Api start(String service) throws Exception {
        return start(service, List.of("--register.password=" + PASSWORD));
    }

    private Api start(String service, List<String> options) throws Exception {
        int port = freePort();
        var output = Files.createFile(directory.resolve(service + ".log"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts sooner, which is most of what this test does
                "-XX:+UseSerialGC",
                "-jar",
                jar(service).toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--register.data=" + directory,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.mongodb.uri=mongodb:/" + mongo.getLocalAddress() + "/register"));
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        running.add(() -> end(process));
        var api = new Api("http://127.0.0.1:" + port, PASSWORD);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    assertThat(process.isAlive()).as(() -> read(output)).isTrue();
                    return api.isUp();
                });
        return api;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As packaged for the service's own image. */
    private static Path jar(String service) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", service, "target"), "*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
