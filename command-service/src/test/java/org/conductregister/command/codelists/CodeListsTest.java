package org.conductregister.command.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lists that administrators extend: a code is added or relabelled, never removed. */
@RegisterTest
class CodeListsTest {

    private final Caller admin;
    private final Caller handler;
    private final JdbcTemplate jdbc;

    CodeListsTest(@Autowired EventLog log, @LocalServerPort int port, @Autowired JdbcTemplate jdbc) {
        this.admin = new Caller(port, log).as("admin");
        this.handler = new Caller(port, log).as("handler");
        this.jdbc = jdbc;
    }

    @Test
    void theListsComeWithWhatTheFieldUses() {
        var lists = handler.get("/api/v1/code-lists").is(200).json();

        assertThat(lists.propertyNames())
                .containsExactly("forces", "categories", "findings", "themes", "genders", "ethnicities", "tags");
        assertThat(lists.get("forces").toString())
                .contains("{\"code\":\"LANCASHIRE\",\"label\":\"Lancashire Constabulary\"}");
        assertThat(lists.get("forces").size()).isGreaterThanOrEqualTo(43);
        assertThat(lists.get("categories").toString())
                .contains(
                        "ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE",
                        "RAPE",
                        "SEXUAL_ASSAULT",
                        "SEXUAL_ACTIVITY_WITH_CHILD",
                        "INDECENT_IMAGES",
                        "SEXUAL_HARASSMENT",
                        "DOMESTIC_ABUSE",
                        "STALKING",
                        "COMPUTER_MISUSE",
                        "DISCRIMINATION",
                        "EXCESSIVE_FORCE",
                        "NEGLECT_OF_DUTY",
                        "CORRUPTION",
                        "OTHER");
        assertThat(lists.get("findings").toString())
                .contains(
                        "{\"code\":\"SUSTAINED\",\"label\":\"Sustained\",\"upheld\":true}",
                        "{\"code\":\"NOT_SUSTAINED\",\"label\":\"Not sustained\",\"upheld\":false}");
        assertThat(lists.get("genders").toString()).contains("FEMALE", "MALE", "NON_BINARY");
        assertThat(lists.get("ethnicities").toString()).contains("ASIAN", "BLACK", "MIXED", "WHITE");
    }

    @Test
    void everybodySignedInReadsThem() {
        for (var user : new String[] {"handler", "auditor", "analyst", "admin"}) {
            admin.as(user).get("/api/v1/code-lists").is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forces", "categories", "findings", "themes", "genders", "ethnicities"})
    void aCodeIsAddedAndTheListAnsweredInOrder(String list) {
        var codes = codes(put(list, "[{'code': 'ADDED', 'label': 'Added'}]").is(200));

        assertThat(codes).contains("ADDED=Added").isSorted();
        assertThat(handler.get("/api/v1/code-lists").json().get(list).toString())
                .contains("\"ADDED\"");
    }

    @Test
    void anAddedCodeCanBeUsedAtOnce() {
        var opened = """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "NEWPORT", "kind": "CONDUCT", "source": "POLICE"}""";
        handler.refused().log("COD-1", opened).isProblem(400, "CODE_UNKNOWN", "/force CODE_UNKNOWN");

        put("forces", "[{'code': 'NEWPORT', 'label': 'Newport'}]").is(200);

        handler.log("COD-1", opened).is(201);
    }

    @Test
    void aCodeIsRelabelledAndEachLabelItHadIsKept() {
        put("findings", "[{'code': 'FIRST_LABEL', 'label': 'One'}]").is(200);
        var codes = codes(put("findings", "[{'code': 'FIRST_LABEL', 'label': 'Two, as it is now'}]")
                .is(200));

        assertThat(codes).contains("FIRST_LABEL=Two, as it is now").doesNotContain("FIRST_LABEL=One");
        assertThat(jdbc.queryForList(
                        "SELECT label || ' by ' || recordedBy FROM CodeListEntry WHERE code = 'FIRST_LABEL' ORDER BY"
                                + " id",
                        String.class))
                .containsExactly("One by admin", "Two, as it is now by admin");
    }

    @Test
    void aSuppliedCodeIsRelabelledToo() {
        var codes = codes(put("forces", "[{'code': 'KENT', 'label': 'The County of Kent'}]")
                .is(200));

        assertThat(codes).contains("KENT=The County of Kent");
    }

    @Test
    void whatIsLeftOutIsNotRemoved() {
        put("themes", "[{'code': 'KEPT', 'label': 'Kept'}]").is(200);

        assertThat(codes(put("themes", "[]").is(200))).contains("KEPT=Kept", "VETTING=Vetting");
    }

    @Test
    void theSameAgainIsNotWrittenAgain() {
        put("themes", "[{'code': 'ONCE', 'label': 'Once'}]").is(200);
        put("themes", "[{'code': 'ONCE', 'label': 'Once'}]").is(200);

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM CodeListEntry WHERE code = 'ONCE'", int.class))
                .isOne();
    }

    @Test
    void aFindingIsMarkedAsUpheldAndStaysSoWhereThatIsLeftOut() {
        put("findings", "[{'code': 'MARKED', 'label': 'Marked', 'upheld': true}]")
                .is(200);
        var relabelled =
                put("findings", "[{'code': 'MARKED', 'label': 'Relabelled'}]").is(200);

        assertThat(relabelled.text()).contains("{\"code\":\"MARKED\",\"label\":\"Relabelled\",\"upheld\":true}");

        var unmarked = put("findings", "[{'code': 'MARKED', 'label': 'Relabelled', 'upheld': false}]")
                .is(200);

        assertThat(unmarked.text()).contains("{\"code\":\"MARKED\",\"label\":\"Relabelled\",\"upheld\":false}");
        assertThat(jdbc.queryForList("SELECT upheld FROM CodeListMark WHERE code = 'MARKED' ORDER BY id", int.class))
                .containsExactly(1, 0);
    }

    @Test
    void onlyFindingsAreMarkedAsUpheld() {
        admin.refused()
                .put("/api/v1/code-lists/themes", "[{\"code\": \"X\", \"label\": \"X\", \"upheld\": true}]")
                .isProblem(400, "CODE_INVALID", "/0 CODE_INVALID");
        admin.refused()
                .put("/api/v1/code-lists/findings", "[{\"code\": \"X\", \"label\": \"X\", \"upheld\": \"yes\"}]")
                .isProblem(400, "CODE_INVALID", "/0/upheld FIELD_INVALID");
    }

    @Test
    void theListsAreReadAsKnownAtAnInstant() {
        put("genders", "[{'code': 'KNOWN_LATER', 'label': 'Known later'}]").is(200);
        var last = jdbc.queryForObject("SELECT recordedAt FROM CodeListEntry WHERE code = 'KNOWN_LATER'", String.class);
        var recordedAt = Instant.parse(Objects.requireNonNull(last));

        assertThat(knownAt(recordedAt)).contains("KNOWN_LATER");
        assertThat(knownAt(recordedAt.minusNanos(1_000))).doesNotContain("KNOWN_LATER");
        assertThat(handler.refused()
                        .get("/api/v1/code-lists?knownAt=yesterday")
                        .is(400)
                        .text())
                .contains("PARAMETER_INVALID", "\"parameter\":\"knownAt\"");
    }

    private String knownAt(Instant instant) {
        return handler.get("/api/v1/code-lists?knownAt=" + instant).is(200).text();
    }

    record Bad(String body, String code, String... errors) {
        @Override
        public String toString() {
            return body;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad("{'code': 'X', 'label': 'X'}", "CODE_INVALID"),
                new Bad("'X'", "CODE_INVALID"),
                new Bad("['X', null]", "CODE_INVALID", "/0 CODE_INVALID", "/1 CODE_INVALID"),
                new Bad("[{}]", "CODE_INVALID", "/0/code FIELD_MISSING", "/0/label FIELD_MISSING"),
                new Bad("[{'code': 'X', 'label': null}]", "CODE_INVALID", "/0/label FIELD_MISSING"),
                new Bad("[{'code': 'X', 'label': 7}]", "CODE_INVALID", "/0/label FIELD_INVALID"),
                new Bad("[{'code': 'X', 'label': ' '}]", "CODE_INVALID", "/0/label FIELD_INVALID"),
                new Bad("[{'code': 'x', 'label': 'X'}]", "CODE_INVALID", "/0/code FIELD_INVALID"),
                new Bad("[{'code': 'X', 'label': 'X', 'colour': 'red'}]", "CODE_INVALID", "/0 CODE_INVALID"),
                new Bad(
                        "[{'code': 'GOOD', 'label': 'Good'}, {'code': '', 'label': 'X'}]",
                        "CODE_INVALID",
                        "/1/code FIELD_INVALID"),
                new Bad("[{'code': 'X', 'label': 'half \\ud800'}]", "CODE_INVALID", "/0/label FIELD_INVALID"),
                new Bad(
                        "[{'code': 'GOOD', 'label': 'Good'}, {'code': 'X', 'label': 'X'}, {'code': 'GOOD', 'label':"
                                + " 'Better'}]",
                        "CODE_INVALID",
                        "/2/code CODE_REPEATED"),
                new Bad(
                        "[{'code': 'GOOD', 'label': 'Good'}, {'code': 'GOOD', 'label': 'Good'}, {'code': 'GOOD'}]",
                        "CODE_INVALID",
                        "/1/code CODE_REPEATED",
                        "/2/label FIELD_MISSING",
                        "/2/code CODE_REPEATED"),
                new Bad("", "BODY_MISSING"),
                new Bad(" ", "BODY_MISSING"),
                new Bad("[", "BODY_NOT_JSON"),
                new Bad("[] []", "BODY_NOT_JSON"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoListOfCodesIsRefusedAsAWhole(Bad bad) {
        admin.refused()
                .put("/api/v1/code-lists/categories", bad.body().replace('\'', '"'))
                .isProblem(400, bad.code(), bad.errors());

        assertThat(handler.get("/api/v1/code-lists").json().get("categories").toString())
                .doesNotContain("\"GOOD\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"colours", "FORCES", "force"})
    void aListThatIsNotThereIsNotFound(String list) {
        admin.refused().put("/api/v1/code-lists/" + list, "[]").isProblem(404, "CODE_LIST_UNKNOWN");
    }

    private Answer put(String list, String json) {
        return admin.put("/api/v1/code-lists/" + list, json.replace('\'', '"'));
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(code ->
                        code.get("code").stringValue() + "=" + code.get("label").stringValue())
                .toList();
    }
}
