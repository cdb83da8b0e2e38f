package org.conductregister.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.MasterKeyFile;
import org.conductregister.keys.SealedFacts;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.accesslog.AccessLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service by itself, on a PostgreSQL in which it may only read and to which another process appends. */
class QueryServiceApartTest {

    private static final RecordId CASE = RecordId.of(new CaseId("APART"));
    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);

    private final TestMongo mongo = new TestMongo();
    private final String database = mongo.newName();

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private TestLog writer;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        var keys = DataKeys.of(
                KeyStore.in(postgres.getPostgresDatabase()), MasterKeyFile.create(masterKey()), Clock.systemUTC());
        writer = TestLog.in(postgres.getPostgresDatabase(), new SealedFacts(keys));
        run(postgres.getPostgresDatabase(), "CREATE ROLE reader LOGIN");
        run(
                postgres.getPostgresDatabase(),
                "GRANT SELECT ON DomainEventEntry, LogInstant, DataKey, Unsealed TO reader");
        run(postgres.getPostgresDatabase(), accessLogTables());
        run(
                postgres.getPostgresDatabase(),
                "GRANT SELECT, INSERT ON AccessEntry, AccessedRecord, SearchedWords TO reader");
        service = startService();
    }

    /** As made by whoever owns the database: the service may only append to them. */
    private static String accessLogTables() throws IOException {
        try (var sql = AccessLog.class.getResourceAsStream("access-postgresql.sql")) {
            return new String(requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path masterKey() {
        return directory.resolve("master-key.json");
    }

    private ConfigurableApplicationContext startService() {
        return SpringApplication.run(
                QueryService.class,
                "--server.port=0",
                "--spring.datasource.url=" + postgres.getJdbcUrl("reader", "postgres"),
                "--spring.mongodb.uri=" + mongo.connectionString() + "/" + database,
                "--register.master-key=" + masterKey(),
                "--register.password=open sesame");
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        mongo.close();
        postgres.close();
    }

    @Test
    void whatAnotherProcessRecordsIsReadAndNothingIsWritten() throws Exception {
        var opened = writer.add(
                        CASE,
                        new CaseOpened(
                                DAY,
                                new ForceCode("KENT"),
                                CaseKind.CONDUCT,
                                CaseSource.POLICE,
                                null,
                                null,
                                null,
                                null))
                .getFirst();

        var answer = get("/api/v1/cases/APART?atLeast=" + opened.position());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"PENDING\"", "\"knownAt\":\"" + opened.recordedAt() + "\"");

        var events = service.getBean(EventStore.class);
        var closing = writer.event(CASE, new CaseClosed(DAY, null));
        assertThatThrownBy(() -> events.publish(closing)).hasRootCauseInstanceOf(SQLException.class);
        assertThat(get("/api/v1/events").body().lines()).hasSize(1);
        assertThat(get("/api/v1/access-log?record=APART").body().lines())
                .singleElement()
                .asString()
                .contains("\"user\":\"handler\"", "\"action\":\"OPENED\"", "\"asked\":\"atLeast=");
    }

    @Test
    void whereLooksCannotBeKeptNothingIsShownUntilTheyCan() throws Exception {
        run(postgres.getPostgresDatabase(), "REVOKE INSERT ON AccessEntry FROM reader");
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var refused = get("/api/v1/cases/APART");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("ACCESS_LOG_UNAVAILABLE");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/api/v1/statistics?unit=cases").statusCode()).isEqualTo(200);

        run(postgres.getPostgresDatabase(), "GRANT INSERT ON AccessEntry TO reader");

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(get("/api/v1/cases/APART").statusCode()).isEqualTo(404));
    }

    @Test
    void afterARestartTheViewsGoOnWhereTheyWere() throws Exception {
        writer.add(
                CASE,
                new CaseOpened(
                        DAY, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null));
        assertThat(get("/api/v1/cases/APART?atLeast=1").statusCode()).isEqualTo(200);
        service.close();
        var closed = writer.add(CASE, new CaseClosed(DAY, null)).getFirst();

        service = startService();

        assertThat(get("/api/v1/cases/APART?atLeast=" + closed.position()).body())
                .contains("\"status\":\"CLOSED\"");
        await().untilAsserted(() ->
                assertThat(get("/actuator/health/readiness").body()).contains("UP"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var credentials = path.matches("/api/v1/(events|access-log).*") ? "auditor:open sesame" : "handler:open sesame";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void run(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
