package org.conductregister.standalone.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
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

    private static final List<String> UNITS = List.of("allegations", "cases", "officers", "referrals", "responses");

    /** The parameters of calls that answer nothing without them. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("/statistics", UNITS.stream().map("unit="::concat).toList()),
            Map.entry("/series", each("unit=%s&from=2024-01-01&to=2024-12-31&step=MONTH")),
            Map.entry("/compare", each("unit=%s&asAt=2024-01-01&asAt2=2024-12-31")),
            Map.entry("/members", each("unit=%s")),
            Map.entry(
                    "/durations",
                    List.of("unit=allegations&from=REPORTED&to=CLOSED", "unit=cases&from=REPORTED&to=CLOSED")),
            Map.entry("/durations/members", List.of("unit=cases&from=REPORTED&to=CLOSED&part=OPEN")),
            Map.entry("/flows", List.of("unit=cases&from=2024-01-01&to=2024-12-31&step=MONTH")),
            Map.entry("/flows/members", List.of("unit=cases&from=2024-01-01&to=2024-12-31&flow=RECEIVED")),
            Map.entry(
                    "/export",
                    List.of(
                            "unit=cases&groupBy=force&format=csv",
                            "unit=cases&groupBy=force&format=xlsx",
                            "unit=cases&groupBy=force&format=ods")),
            Map.entry("/search", List.of("q=Quillfeather")),
            Map.entry("/search/suggestions", List.of("q=Quillfeather")),
            Map.entry("/cases", List.of("", "q=Quillfeather", "officerId=" + OFFICER)),
            Map.entry("/for-publication", List.of("unit=cases&groupBy=force")));

    private static StartedRegister register;

    private static List<String> each(String parameters) {
        return UNITS.stream().map(parameters::formatted).toList();
    }

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
            for (var path : addresses(read)) {
                for (var accept : accepts(read)) {
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
        for (var unit : UNITS) {
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

    /** Returns the addresses of a read: of nobody, of what is marked, and with the parameters that it needs. */
    private static List<String> addresses(Call read) {
        var bare = read.path();
        var marked = read.pattern()
                .replaceAll("/cases/\\{\\w+}", "/cases/" + CASE)
                .replaceAll("/officers/\\{\\w+}", "/officers/" + OFFICER)
                .replaceAll("/recommendations/\\{\\w+}", "/recommendations/MQ-Quillfeather-R1");
        var paths = marked.contains("{") || marked.contains("*") ? List.of(bare) : List.of(bare, marked);
        return paths.stream()
                .flatMap(path -> PARAMETERS.entrySet().stream()
                        .filter(known -> path.endsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findAny()
                        .orElse(List.of(""))
                        .stream()
                        .map(parameters -> parameters.isEmpty() ? path : path + "?" + parameters))
                .distinct()
                .toList();
    }

    private static List<String> accepts(Call read) {
        return read.isOfApi() ? List.of("application/json", "text/csv", "application/x-ndjson") : List.of("text/html");
    }

    private static HttpResponse<byte[]> bytes(String path, String accept) throws IOException, InterruptedException {
        return register.sendForBytes(Way.BASIC
                .as(register, "analyst")
                .request(path)
                .header("Accept", accept)
                .GET()
                .build());
    }

    private record Told(int statusCode, String body, String headers) {}

    private static Told get(String path, String accept) throws IOException, InterruptedException {
        var answer = bytes(path, accept);
        return new Told(
                answer.statusCode(), text(answer.body()), answer.headers().map().toString());
    }

    /** Whether a mark is left when the address that was sent is taken out. */
    private static boolean hasMark(Told answer, String path) {
        var sent = Stream.of(CASE, OFFICER, "MQ-Quillfeather-R1", "Quillfeather")
                .filter(path::contains)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        var told = (answer.body() + answer.headers()).toLowerCase(Locale.ROOT);
        for (var word : sent) {
            told = told.replace(word, "");
        }
        return told.contains(MARK);
    }

    /** Returns all that a file has, zipped or not. */
    private static String text(byte[] file) throws IOException {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            return new String(file, UTF_8);
        }
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(all);
            }
        }
        return all.toString(UTF_8);
    }
}
