package org.conductregister.standalone.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.standalone.Api;
import tools.jackson.databind.JsonNode;

/**
 * A figure that was published and a table that left for publication, which lie beside the log and cannot be made again from it: they
 * must be wherever the log comes to be.
 *
 * @param figure the published one, as the register answers it
 * @param table as it was published, as text
 * @param noted what is kept of tables that readers know, a row each
 */
public record PublishedTables(JsonNode figure, String table, List<String> noted) {

    private static final String TABLE =
            "/api/v1/statistics/export?unit=allegations&groupBy=result,kind&force=LANCASHIRE&asAt=2018-06-02&format=csv";

    /**
     * Publishes both.
     *
     * @param data the register's directory
     */
    public static PublishedTables publish(Api api, Path data) throws Exception {
        var knownAt = api.get("analyst", "/api/v1/statistics?unit=cases")
                .get("knownAt")
                .stringValue();
        var published = api.post("analyst", "/api/v1/publications", """
                {"title": "Pending cases", "query": "unit=cases&groupBy=status", "asAt": "2018-12-31", "knownAt": "%s"}""".formatted(knownAt));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        var table = table(api);
        assertThat(table).contains("[c]");
        var noted = noted(data);
        assertThat(noted).isNotEmpty();
        return new PublishedTables(figure(api), table, noted);
    }

    /** Compares what another register has, which was made of this one's backup or export. */
    public void areIn(Api there, Path data) throws Exception {
        assertThat(noted(data)).as("tables that readers know").isEqualTo(noted);
        assertThat(figure(there)).isEqualTo(figure);
        assertThat(figure.get("reproduced").booleanValue()).isTrue();
        assertThat(table(there)).as("the same question, the same table").isEqualTo(table);
        assertThat(noted(data)).as("of which nothing new is told").isEqualTo(noted);
    }

    private static JsonNode figure(Api api) throws Exception {
        return api.get("analyst", "/api/v1/publications").get("publications").get(0);
    }

    /** Without the lines at its head, which say when it was made. */
    private static String table(Api api) throws Exception {
        var answer = api.download("analyst", TABLE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var rows = answer.body().lines().filter(line -> !line.startsWith("#")).toList();
        return String.join("\n", rows);
    }

    private static List<String> noted(Path data) throws SQLException {
        var noted = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT id, previous, content FROM ReleasedTable ORDER BY id")) {
            while (rows.next()) {
                noted.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return noted;
    }
}
