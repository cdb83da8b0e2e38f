package org.conductregister.standalone.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.conductregister.standalone.Api;
import tools.jackson.databind.JsonNode;

/** A register whose log moves into another data directory, as docs/moving.md says. */
public final class MovedHouse {

    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final int DAYS = 19 * 365;

    private static final List<String> QUESTIONS = List.of(
            "unit=cases&groupBy=status",
            "unit=allegations&groupBy=result",
            "unit=allegations&groupBy=force,category",
            "unit=officers&groupBy=employment",
            "unit=referrals&groupBy=mode");

    private final Path from;
    private final Path to;

    public MovedHouse(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Carries both files of an export, and what is not in them: the key that signs, and the keys of texts. */
    public void carry(String export, String looks) throws IOException, SQLException {
        copy("integrity/exports/" + export);
        copy("integrity/exports/" + looks);
        copy("integrity/signing-key");
        copy("keys/master-key.json");
        RunningBackup.copy(from.resolve("keys/keys.db"), to.resolve("keys/keys.db"));
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file));
    }

    /** Compares the last entries, and counts at random pairs of times. */
    public static void isTheSame(Api here, Api there, int pairs) throws Exception {
        long last = here.get("auditor", "/api/v1/integrity").get("size").longValue();
        var events = "/api/v1/events?from=" + Math.max(1, last - 200);
        assertThat(there.lines("auditor", events)).isEqualTo(here.lines("auditor", events));

        var random = new Random(2026);
        there.get("auditor", "/api/v1/statistics?unit=cases&atLeast=" + last);
        for (int i = 0; i < pairs; i++) {
            long position = 1 + random.nextLong(last);
            var known = here.lines("auditor", "/api/v1/events?limit=1&from=" + position)
                    .getFirst()
                    .get("recordedAt")
                    .stringValue();
            var question = "/api/v1/statistics?%s&asAt=%s&knownAt=%s"
                    .formatted(
                            QUESTIONS.get(random.nextInt(QUESTIONS.size())),
                            FIRST_DAY.plusDays(random.nextInt(DAYS)),
                            known);
            assertThat(counts(there, question)).as(question).isEqualTo(counts(here, question));
        }
    }

    /** Takes the access log in, and compares its first entries with those that the new house keeps itself. */
    public static void looksAreInFront(Api there, JsonNode written) throws Exception {
        var body = "{\"file\": \"%s\"}".formatted(written.get("accessLogFile").stringValue());
        var imported = there.post("admin", "/api/v1/access-log-import", body);
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        assertThat(imported.body())
                .isEqualTo("{\"entries\":%d}"
                        .formatted(written.get("accessLogEntries").longValue()));
        var actions = there.lines("auditor", "/api/v1/access-log").stream()
                .map(look -> look.get("action").stringValue())
                .toList();
        assertThat(actions.getFirst()).isEqualTo("STARTED");
        assertThat(actions.lastIndexOf("STARTED"))
                .as("its own start comes after all that was moved")
                .isEqualTo(written.get("accessLogEntries").intValue());
        assertThat(there.post("admin", "/api/v1/access-log-import", body).body())
                .contains("ACCESS_LOG_TAKEN");
    }

    private static JsonNode counts(Api api, String question) throws Exception {
        return api.get("analyst", question).get("groups");
    }
}
