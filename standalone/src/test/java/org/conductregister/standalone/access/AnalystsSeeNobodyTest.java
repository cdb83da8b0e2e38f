package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.standalone.access.EveryRead.Told;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every read that there is, as an analyst, of a register whose persons, records and texts are marked: no answer, no refusal, no document and
 * no file has a mark in it, but where the analyst sent it.
 */
@ExtendWith(SharedRegister.class)
class AnalystsSeeNobodyTest {

    /** Within each name, number and text of the record. */
    private static final String MARK = "quillfeather";

    private static final String CASE = "MQ-Quillfeather-C1";
    private static final String OFFICER = "MQ-Quillfeather-O1";

    private static final EveryRead READS = new EveryRead(CASE, OFFICER, "MQ-Quillfeather-R1", "Quillfeather");

    private static StartedRegister register;

    @BeforeAll
    static void record(StartedRegister shared) throws Exception {
        register = shared;
        register.log("/api/v1/officers/" + OFFICER + "/entries", """
                [{'type': 'OfficerRegistered', 'occurredOn': '2020-01-06', 'force': 'KENT', 'workforce': 'POLICE_OFFICER',
                  'rank': 'CONSTABLE', 'name': 'Zebedee Quillfeather', 'note': 'Quillfeather of the motor pool'}]""");
        register.log("/api/v1/recommendations/MQ-Quillfeather-R1/entries", """
                [{'type': 'RecommendationIssued', 'occurredOn': '2024-01-08', 'issuedBy': 'Quillfeather Inspectorate',
                  'theme': 'VETTING', 'addressedTo': ['KENT'], 'responseDueOn': '2024-03-08', 'note': 'of Quillfeather'}]""");
        long last = register.log("/api/v1/cases/" + CASE + "/entries", """
                [{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE',
                  'reference': 'KEN/QUILLFEATHER/1', 'title': 'Quillfeather and the motor pool', 'note': 'seen by Quillfeather'},
                 {'type': 'AllegationReported', 'occurredOn': '2024-01-08', 'allegationId': 'Quillfeather-A1', 'officerId': '%s',
                  'category': 'OTHER', 'summary': 'Quillfeather lent a car'},
                 {'type': 'NoteAdded', 'text': 'Quillfeather denies it'}]""".formatted(OFFICER));
        assertThat(register.get("auditor", "/api/v1/cases/" + CASE + "?atLeast=" + last)
                        .statusCode())
                .isEqualTo(200);
        refusedLine();
    }

    /** An import whose refused line has the name. */
    private static void refusedLine() throws Exception {
        var sent = register.send(Way.BASIC
                .as(register, "handler")
                .request("/api/v1/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"type\": \"CaseClosed\", \"caseId\": \"MQ-Quillfeather-C9\", \"occurredOn\": \"2024-01-08\"}\n"))
                .build());
        assertThat(sent.statusCode()).isEqualTo(202);
        await().until(() -> register.get(
                        "handler", sent.headers().firstValue("Location").orElseThrow())
                .body()
                .contains("COMPLETED"));
    }

    @Test
    void othersSeeThem() throws Exception {
        for (var path : List.of(
                "/api/v1/cases/" + CASE,
                "/api/v1/officers/" + OFFICER + "/timeline",
                "/cases/" + CASE,
                "/api/v1/events")) {
            assertThat(register.get("auditor", path).body().toLowerCase(Locale.ROOT))
                    .as(path)
                    .contains(MARK);
        }
    }

    @Test
    void noAnswerHasAPersonARecordOrAText() throws Exception {
        var shown = new TreeSet<String>();
        int answered = 0;
        for (var read : register.calls().stream().filter(Call::isRead).toList()) {
            for (var path : READS.addresses(read)) {
                for (var accept : EveryRead.accepts(read)) {
                    var answer = get(path, accept);
                    answered += answer.statusCode() == 200 ? 1 : 0;
                    if (hasMark(answer, path)) {
                        shown.add("%s as %s: %d".formatted(path, accept, answer.statusCode()));
                    }
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(answered).isGreaterThan(40);
    }

    @Test
    void noDimensionHasAPersonARecordOrAText() throws Exception {
        var shown = new ArrayList<String>();
        for (var unit : EveryRead.UNITS) {
            for (var dimension : dimensions(unit)) {
                var path = "/api/v1/statistics?unit=%s&groupBy=%s&zeros=true".formatted(unit, dimension);
                var answer = get(path, "application/json");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                // The analyst may limit a count to a recommendation, and group by it: it is of an inspectorate, and
                // names nobody
                if (!dimension.equals("recommendationId") && hasMark(answer, path)) {
                    shown.add(path);
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    /** Returns the dimensions of a unit, as the refusal of one that there is not names them. */
    private static Set<String> dimensions(String unit) throws Exception {
        var refusal = get("/api/v1/statistics?unit=%s&groupBy=nothing".formatted(unit), "application/json");
        assertThat(refusal.statusCode()).isEqualTo(400);
        var known = new TreeSet<String>();
        for (var word : refusal.body().split("\\W+")) {
            if (get("/api/v1/statistics?unit=%s&groupBy=%s".formatted(unit, word), "application/json")
                            .statusCode()
                    == 200) {
                known.add(word);
            }
        }
        assertThat(known).as(refusal.body()).contains("force");
        return known;
    }

    @Test
    void theDocumentOfTheApiHasNone() throws Exception {
        var document = get("/v3/api-docs", "application/json");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(hasMark(document, "")).isFalse();
    }

    private static Told get(String path, String accept) throws IOException, InterruptedException {
        return READS.get(register, "analyst", path, accept);
    }

    private static boolean hasMark(Told answer, String path) {
        return answer.has(MARK, path, List.of(CASE, OFFICER, "MQ-Quillfeather-R1", "Quillfeather"));
    }
}
