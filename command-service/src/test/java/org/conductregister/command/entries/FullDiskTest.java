package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.conductregister.command.Answer;
import org.conductregister.command.RunningService;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a disk without room: {@code max_page_count} is what there is of it, and something else takes most of that. */
class FullDiskTest {

    private static final int PAGES = 400;
    private static final String NOTE = "x".repeat(3_000);

    @TempDir
    Path directory;

    @Test
    void entries_are_refused_with_507_while_reads_go_on_and_are_taken_again_once_there_is_room() throws Exception {
        String file = "jdbc:sqlite:" + directory.resolve("events.db");
        try (var service = RunningService.nodeOn(file + "?max_page_count=" + PAGES, directory.resolve("node"))) {
            try (Connection other = DriverManager.getConnection(file)) {
                execute(other, "CREATE TABLE Other AS SELECT zeroblob(%d)".formatted((PAGES - 100) * 4096));
            }
            assertThat(health(service).statusCode()).isEqualTo(200);

            int logged = 0;
            Answer answer = log(service, logged);
            while (answer.status() == 201 && logged < PAGES) {
                answer = log(service, ++logged);
            }

            assertThat(answer.status()).as(answer.text()).isEqualTo(507);
            assertThat(answer.text()).contains("\"code\":\"NO_ROOM\"");
            assertThat(log(service, logged).status()).isEqualTo(507);
            assertThat(health(service).statusCode()).isEqualTo(503);
            assertThat(service.log().from(1, Long.MAX_VALUE).map(StoredEvent::aggregateIdentifier))
                    .hasSize(logged)
                    .doesNotHaveDuplicates();

            try (Connection other = DriverManager.getConnection(file)) {
                execute(other, "DROP TABLE Other");
            }

            assertThat(health(service).statusCode()).isEqualTo(200);
            assertThat(log(service, logged).status()).isEqualTo(201);
        }
    }

    private static Answer log(RunningService service, int number) {
        return service.as("handler").post("/api/v1/cases/FULL-" + number + "/entries", """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC",
             "note": "%s"}\
            """.formatted(NOTE));
    }

    private static HttpResponse<String> health(RunningService service) throws Exception {
        var address = URI.create("http://127.0.0.1:%d/actuator/health".formatted(service.port()));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
