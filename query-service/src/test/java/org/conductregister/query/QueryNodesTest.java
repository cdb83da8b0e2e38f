package org.conductregister.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.database.AppendListener;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.MasterKeyFile;
import org.conductregister.keys.SealedFacts;
import org.conductregister.query.projections.Projections;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two query services on one PostgreSQL and one MongoDB: each answers what was recorded, and either can end. */
@Timeout(900)
class QueryNodesTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);

    @TempDir
    Path directory;

    private final TestMongo mongo = new TestMongo();
    private final String database = mongo.newName();
    private EmbeddedPostgres postgres;
    private TestLog writer;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var keys = DataKeys.of(
                KeyStore.in(postgres.getPostgresDatabase()), MasterKeyFile.create(masterKey()), Clock.systemUTC());
        writer = TestLog.in(postgres.getPostgresDatabase(), new SealedFacts(keys));
        one = startNode("one");
        other = startNode("other");
    }

    private ConfigurableApplicationContext startNode(String name) {
        return SpringApplication.run(
                QueryService.class,
                "--server.port=0",
                "--register.data=" + directory.resolve(name),
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.mongodb.uri=" + mongo.connectionString() + "/" + database,
                "--register.master-key=" + masterKey(),
                "--register.password=open sesame");
    }

    private Path masterKey() {
        return directory.resolve("master-key.json");
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        one.close();
        mongo.close();
        postgres.close();
    }

    @Test
    void eachAnswersWhatWasRecordedAndCountsIt() throws Exception {
        for (int i = 0; i < 20; i++) {
            long position = open("BOTH-" + i);
            for (var node : List.of(one, other)) {
                assertThat(status(node, "BOTH-" + i, position)).isEqualTo("PENDING");
                assertThat(count(node, position)).isEqualTo(i + 1);
            }
        }
        for (var node : List.of(one, other)) {
            await().until(() -> node.getBean(AppendListener.class).isListening());
            await().untilAsserted(() -> assertThat(
                            get(node, "analyst", "/actuator/health/readiness").body())
                    .contains("UP"));
        }
    }

    @Test
    void whereOneEndsTheOtherGoesOnAndOneComesBack() throws Exception {
        long opened = open("ONE-ENDS");
        assertThat(status(one, "ONE-ENDS", opened)).isEqualTo("PENDING");
        assertThat(status(other, "ONE-ENDS", opened)).isEqualTo("PENDING");

        one.close();
        long closed = writer.add(record("ONE-ENDS"), new CaseClosed(DAY, null))
                .getFirst()
                .position();
        assertThat(status(other, "ONE-ENDS", closed)).isEqualTo("CLOSED");
        one = startNode("one");
        other.close();
        long reopened = writer.add(record("ONE-ENDS"), new CaseReopened(DAY, new FreeText("New evidence"), null))
                .getFirst()
                .position();
        assertThat(status(one, "ONE-ENDS", reopened)).isEqualTo("PENDING");
        other = startNode("other");
        assertThat(status(other, "ONE-ENDS", reopened)).isEqualTo("PENDING");
    }

    @Test
    void whatIsRebuiltAtOneIsNeverMissingAtTheOther() throws Exception {
        long position = open("REBUILT");
        assertThat(status(one, "REBUILT", position)).isEqualTo("PENDING");
        assertThat(status(other, "REBUILT", position)).isEqualTo("PENDING");

        other.getBean(Projections.class).named("casefiles").orElseThrow().rebuild();

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var answer = get(one, "handler", "/api/v1/cases/REBUILT");
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            assertThat(answer.statusCode()).isEqualTo(200);
        });
        assertThat(status(other, "REBUILT", position)).isEqualTo("PENDING");
        long closed = writer.add(record("REBUILT"), new CaseClosed(DAY, null))
                .getFirst()
                .position();
        assertThat(status(one, "REBUILT", closed)).isEqualTo("CLOSED");
        assertThat(status(other, "REBUILT", closed)).isEqualTo("CLOSED");
    }

    private long open(String caseId) {
        return writer.add(
                        record(caseId),
                        new CaseOpened(
                                DAY,
                                new ForceCode("KENT"),
                                CaseKind.CONDUCT,
                                CaseSource.POLICE,
                                null,
                                null,
                                null,
                                null))
                .getLast()
                .position();
    }

    private static RecordId record(String caseId) {
        return RecordId.of(new CaseId(caseId));
    }

    private static String status(ConfigurableApplicationContext node, String caseId, long atLeast) throws Exception {
        return json(get(node, "handler", "/api/v1/cases/" + caseId + "?atLeast=" + atLeast))
                .get("status")
                .stringValue();
    }

    private static long count(ConfigurableApplicationContext node, long atLeast) throws Exception {
        return json(get(node, "analyst", "/api/v1/statistics?unit=cases&atLeast=" + atLeast))
                .get("total")
                .longValue();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FactJson.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext node, String user, String path)
            throws Exception {
        var port = node.getEnvironment().getRequiredProperty("local.server.port");
        var credentials = user + ":open sesame";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
