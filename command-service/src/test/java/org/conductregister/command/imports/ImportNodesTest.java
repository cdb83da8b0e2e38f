package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.conductregister.command.RunningService;
import org.conductregister.command.imports.run.ImportClaim;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two services on one PostgreSQL: an import is the same at both, and goes on at the other where the one that runs it ends. */
@Timeout(900)
class ImportNodesTest {

    private static final int LINES = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String TWO_LINES_ONE_REFUSED = """
            {"type": "CaseOpened", "caseId": "N1", "occurredOn": "2012-03-04", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
            {"type": "CaseClosed", "caseId": "NONE", "occurredOn": "2012-03-04"}""";

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private RunningService one;
    private RunningService other;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        one = node("one");
        await().until(() -> one.bean(ImportClaim.class).isHeld());
        other = node("other");
    }

    private RunningService node(String name) {
        return RunningService.nodeOn(postgres.getJdbcUrl("postgres", "postgres"), directory.resolve(name));
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void anImportSentToEitherIsShownAndUndoneAtBoth() {
        var here = new Importer(one.as("handler"));
        var there = new Importer(other.as("handler"));
        var importId = there.ndjson(TWO_LINES_ONE_REFUSED).importId();

        for (var at : List.of(here, there)) {
            var imported = at.ended(importId);
            assertThat(imported.counts()).isEqualTo("COMPLETED: 2 read, 1 recorded, 0 repeated, 1 refused");
            assertThat(imported.refusedLines()).containsExactly("2 CASE_NOT_OPENED");
        }
        assertThat(one.as("handler").get("/api/v1/imports").json())
                .isEqualTo(other.as("handler").get("/api/v1/imports").json())
                .hasSize(1);
        assertThat(here.ndjson(TWO_LINES_ONE_REFUSED).counts())
                .isEqualTo("COMPLETED: 2 read, 0 recorded, 1 repeated, 1 refused");

        other.as("handler")
                .post("/api/v1/imports/" + importId + "/undo", "{\"reason\": \"the wrong file\"}")
                .is(202);
        assertThat(here.ended(importId).progress().get("state").stringValue()).isEqualTo("UNDONE");
    }

    @Test
    void whereTheNodeThatRunsAnImportStopsAnotherGoesOn() throws Exception {
        var file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(file, 7, LINES);
        var importId = new Importer(one.as("handler")).begin("application/x-ndjson", BodyPublishers.ofFile(file));
        await().atMost(Duration.ofMinutes(2)).until(() -> one.log().lastPosition() > 0);

        one.close();

        var imported = new Importer(other.as("handler")).ended(importId);
        assertThat(imported.progress().get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(imported.progress().get("read").longValue()).isEqualTo(LINES);
        assertEachLineIsRecordedOnce();
    }

    /** Tests a node that was stopped or cut off and does not know: nothing that it still does changes anything. */
    @Test
    void whereTheNodeThatRunsAnImportLosesTheClaimAnotherGoesOn() throws Exception {
        var file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(file, 7, LINES);
        var importId = new Importer(one.as("handler")).begin("application/x-ndjson", BodyPublishers.ofFile(file));
        await().atMost(Duration.ofMinutes(2)).until(() -> one.log().lastPosition() > 0);

        other.bean(JdbcTemplate.class).update("UPDATE ImportClaim SET until = clock_timestamp() - interval '1 hour'");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> other.bean(ImportClaim.class).claim());

        var imported = new Importer(other.as("handler")).ended(importId);
        assertThat(imported.progress().get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(imported.progress().get("read").longValue()).isEqualTo(LINES);
        assertEachLineIsRecordedOnce();
    }

    @Test
    void anImportGoesOnWhereTheDatabaseEndsAllSessionsAgainAndAgain() throws Exception {
        var file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(file, 7, LINES);
        var importId = new Importer(one.as("handler")).begin("application/x-ndjson", BodyPublishers.ofFile(file));

        try (var session = postgres.getPostgresDatabase().getConnection();
                var statement = session.createStatement()) {
            for (int times = 0; times < 4; times++) {
                long before = recorded(statement);
                await().atMost(PATIENCE).until(() -> recorded(statement) > before || recorded(statement) == LINES);
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
            }
            await().atMost(PATIENCE).until(() -> recorded(statement) == LINES);
        }

        var imported = new Importer(other.as("handler")).ended(importId);
        assertThat(imported.progress().get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(imported.progress().get("read").longValue()).isEqualTo(LINES);
        assertEachLineIsRecordedOnce();
    }

    private static long recorded(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT count(*) FROM DomainEventEntry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void assertEachLineIsRecordedOnce() {
        var recorded = other.log().from(1, Long.MAX_VALUE).toList();
        assertThat(recorded).hasSize(LINES);
        assertThat(recorded.stream().map(StoredEvent::entryId)).doesNotHaveDuplicates();
    }
}
