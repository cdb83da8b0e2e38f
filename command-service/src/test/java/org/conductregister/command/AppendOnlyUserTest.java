package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose user of the database can read and append, and nothing else: {@code database/roles.sql}. */
class AppendOnlyUserTest {

    private static final String SERVICE = "register_service";
    private static final String DENIED = "42501";

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void makeUsers() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (var superuser = postgres.getPostgresDatabase().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute(Files.readString(Path.of("..", "database", "roles.sql")));
        }
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theServiceWorksAndNeitherItNorWhoHasItsPasswordCanChangeWhatIsRecorded() throws Exception {
        use("FIRST");
        await().atMost(Duration.ofMinutes(2)).until(this::nothingIsTheServices);
        use("AFTER-A-RESTART");

        try (var service = connect(SERVICE)) {
            assertThat(first(service, "SELECT count(*) FROM DomainEventEntry")).isEqualTo("6");
            assertThat(first(
                            service,
                            "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles"
                                    + " WHERE rolname = current_user"))
                    .isEqualTo("f");
            var tables = tables(service);
            assertThat(tables).contains("domainevententry", "loginstant", "codelistentry", "importmapping");
            for (var table : tables) {
                refused(service, "TRUNCATE " + table);
                refused(service, "DROP TABLE " + table);
                refused(service, "ALTER TABLE %s DISABLE TRIGGER ALL".formatted(table));
            }
            for (var table : List.of("domainevententry", "loginstant", "codelistentry", "importmapping", "datakey")) {
                refused(service, "DELETE FROM " + table);
            }
            refused(service, "UPDATE DomainEventEntry SET payload = '{}'");
            refused(service, "UPDATE CodeListEntry SET recordedBy = 'somebody else'");
            refused(service, "SET ROLE register_owner");
            refused(service, "ALTER ROLE %s SUPERUSER".formatted(SERVICE));
            refused(service, "DROP EVENT TRIGGER register_hand_over");
        }
    }

    /** A start, an entry, an erasure, a change of a list, a mapping, and reading them again. */
    private void use(String caseId) {
        try (var service = RunningService.nodeOn(url(SERVICE), directory.resolve(caseId))) {
            service.as("handler").log(caseId, """
                            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT",
                             "source": "POLICE", "reference": "KEN/%s", "note": "By post"}""".formatted(caseId)).is(201);
            service.as("handler")
                    .log(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-02-06\"}")
                    .is(201);
            service.as("admin")
                    .post("/api/v1/cases/%s/erasure".formatted(caseId), "{\"reason\": \"Retention period ended\"}")
                    .is(201);
            service.as("admin")
                    .put("/api/v1/code-lists/forces", "[{\"code\": \"KENT\", \"label\": \"Kent\"}]")
                    .is(200);
            service.as("handler").put("/api/v1/import-mappings/" + caseId, """
                    {"force": "KENT", "ids": {"case": "K-{No}"},
                     "facts": [{"type": "CaseOpened", "occurredOn": "{Day}", "kind": "COMPLAINT", "source": "PUBLIC"}]}""").is(200);
            service.as("handler").get("/api/v1/import-mappings/" + caseId).is(200);
        }
    }

    /** Whether each table was handed over, which is looked at with each connection. */
    private boolean nothingIsTheServices() throws SQLException {
        try (var service = connect(SERVICE)) {
            return first(service, "SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
                    .equals("0");
        }
    }

    private String url(String user) {
        return postgres.getJdbcUrl(user, "postgres");
    }

    private Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url(user));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String first(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void refused(Connection connection, String statement) {
        assertThatThrownBy(() -> {
                    try (var execution = connection.createStatement()) {
                        execution.execute(statement);
                    }
                })
                .as(statement)
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(DENIED);
    }
}
