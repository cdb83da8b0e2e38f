package org.conductregister.standalone.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.Api;
import org.conductregister.standalone.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The wrong file, recorded and undone: every count is as it was before, and what was known in between is kept. */
class UndoneImportIT {

    private static final String PASSWORD = "undone-import";

    private static final String MAPPING = """
            {"force": "KENT", "days": "YMD", "ids": {"case": "U-{No}", "officer": "U-{Badge}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC", "reference": "{No}"},
               {"type": "AllegationReported", "allegationId": "A{No}", "occurredOn": "{Received}", "category": "OTHER"},
               {"type": "CaseReferredToWatchdog", "when": "{Referred}", "occurredOn": "{Referred}", "basis": "MANDATORY"},
               {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "A{No}", "occurredOn": "{Closed}"}]}
            """;

    private static final String RIGHT = """
            No,Badge,Received,Referred,Closed
            1,17,2019-01-07,,2019-05-01
            2,18,2019-01-09,2019-01-10,
            """;

    /** Opens new cases, and says more of one that was there. */
    private static final String WRONG = """
            No,Badge,Received,Referred,Closed
            1,17,2019-01-07,2019-01-08,2019-05-01
            3,18,2019-02-07,2019-02-08,2019-03-01
            4,19,2019-02-09,,
            """;

    @TempDir
    static Path data;

    private static RunningRegister register;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        register = RunningRegister.start(data, "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady();
        api = register.api(PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        register.close();
    }

    private static JsonNode json(String text) {
        return FactJson.mapper().readTree(text);
    }

    private static JsonNode ended(String importId) {
        var path = "/api/v1/imports/" + importId;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(api.get("handler", path).get("state").stringValue()));
        try {
            return api.get("handler", path);
        } catch (Exception e) {
            throw new AssertionError("The import cannot be read", e);
        }
    }

    private static JsonNode recorded(String sheet) throws Exception {
        var accepted = api.sendCsv("handler", "/api/v1/imports?mapping=undone&mode=record", sheet);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return ended(json(accepted.body()).get("importId").stringValue());
    }

    /** Every kind of count, on days before, between and after those of the sheets. */
    private static List<JsonNode> counts(String knownAt) throws Exception {
        var counts = new ArrayList<JsonNode>();
        for (var asAt : List.of("2018-12-31", "2019-01-31", "2019-02-28", "2019-06-30")) {
            for (var unit : List.of("cases", "allegations", "officers", "referrals")) {
                var by = unit.equals("referrals") ? "referral" : "status";
                counts.add(groups("?unit=" + unit + "&groupBy=" + by + "&asAt=" + asAt + knownAt));
            }
        }
        return counts;
    }

    private static JsonNode groups(String question) throws Exception {
        return api.get("analyst", "/api/v1/statistics" + question).get("groups");
    }

    private static String knownNow(JsonNode progress) throws Exception {
        var position = progress.path("position").asString("");
        var answer = api.get("analyst", "/api/v1/statistics?unit=cases&atLeast=" + position);
        return "&knownAt=" + URLEncoder.encode(answer.get("knownAt").stringValue(), StandardCharsets.UTF_8);
    }

    @Test
    void countsAreAsBeforeAndWhatWasKnownInBetweenIsKept() throws Exception {
        assertThat(api.put("handler", "/api/v1/import-mappings/undone", MAPPING).statusCode())
                .isEqualTo(200);
        var beforeAt = knownNow(recorded(RIGHT));
        var before = counts("");

        var wrong = recorded(WRONG);
        var betweenAt = knownNow(wrong);
        var between = counts("");
        assertThat(wrong.get("refused").longValue()).isZero();
        assertThat(between).isNotEqualTo(before);

        var importId = wrong.get("importId").stringValue();
        assertThat(api.post("handler", "/api/v1/imports/" + importId + "/undo", "{\"reason\": \"the wrong file\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(ended(importId).get("state").stringValue()).isEqualTo("UNDONE");

        assertThat(counts("")).isEqualTo(before);
        assertThat(counts(betweenAt)).isEqualTo(between);
        assertThat(counts(beforeAt)).isEqualTo(before);
        assertThat(recorded(WRONG).get("refused").longValue())
                .as("references are free again")
                .isZero();
        assertThat(counts("")).isEqualTo(between);
    }
}
