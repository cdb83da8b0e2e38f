package org.conductregister.query.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.keys.DataKeys;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.RegisteredUser;
import org.conductregister.platform.users.User;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Tests that auditors, and they alone, read who looked at what. */
@QueryServiceTest
class AccessLogReadTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 6);
    private static int cases;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    DataKeys keys;

    private final String id = "LOOKED-" + ++cases;

    private void record(String officer) {
        long last = log.add(
                        RecordId.of(new CaseId(id)),
                        new CaseOpened(
                                DAY,
                                new ForceCode("KENT"),
                                CaseKind.COMPLAINT,
                                CaseSource.PUBLIC,
                                null,
                                null,
                                null,
                                null),
                        new AllegationReported(
                                DAY,
                                new AllegationId("A1"),
                                new CategoryCode("STALKING"),
                                new OfficerId(officer),
                                null,
                                null,
                                null,
                                null))
                .getLast()
                .position();
        assertThat(get("handler", "/api/v1/cases/" + id + "?atLeast=" + last)).hasStatusOk();
    }

    private MvcTestResult get(String who, String address) {
        return http.get().uri(address).with(httpBasic(who, "open sesame")).exchange();
    }

    private static List<JsonNode> lines(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk().hasContentType("application/x-ndjson");
        return answer.getResponse()
                .getContentAsString()
                .lines()
                .map(FactJson.mapper()::readTree)
                .toList();
    }

    @Test
    void aLookIsALineWithWhoWhatAndWhen() throws Exception {
        record("LOOKED-O1");

        var lines = lines(get("auditor", "/api/v1/access-log?record=" + id));

        assertThat(lines).hasSize(1);
        var line = lines.getFirst();
        assertThat(line.get("user").stringValue()).isEqualTo("handler");
        assertThat(line.get("action").stringValue()).isEqualTo("OPENED");
        assertThat(line.get("record").stringValue()).isEqualTo("case/" + id);
        assertThat(line.get("path").stringValue()).isEqualTo("/api/v1/cases/" + id);
        assertThat(line.get("status").intValue()).isEqualTo(200);
        assertThat(Instant.parse(line.get("at").stringValue())).isBefore(Instant.now());
    }

    @Test
    void whoListedOrFoundACaseLookedAtItToo() throws Exception {
        record("LOOKED-O1");
        assertThat(get("handler", "/api/v1/search?q=" + id)).hasStatusOk();
        assertThat(get("handler", "/api/v1/cases?force=KENT&size=200")).hasStatusOk();
        assertThat(get("handler", "/api/v1/statistics/members?unit=cases&force=KENT&size=200"))
                .hasStatusOk();

        var lines = lines(get("auditor", "/api/v1/access-log?user=handler&record=case/" + id));

        assertThat(lines)
                .extracting(line -> line.get("action").stringValue())
                .containsExactly("OPENED", "SEARCHED", "LISTED", "LISTED");
        assertThat(lines.get(1).has("asked")).isFalse();
        assertThat(lines.get(2).get("asked").stringValue()).isEqualTo("force=KENT&size=200");
        assertThat(lines.get(1).get("shown").toString()).contains("case/" + id);
        assertThat(lines).extracting(line -> line.path("searched").asString("")).containsExactly("", id, "", "");
    }

    @Test
    void wordsSearchedForAreShownUntilWhatTheyFoundIsErased() throws Exception {
        record("LOOKED-O2");
        assertThat(get("handler", "/api/v1/search?q=" + id)).hasStatusOk();
        var auditor = new Pages(http, "auditor");
        var page = "/audit/access?user=handler&record=case/" + id;
        assertThat(auditor.see(page).text()).contains("Searched: “" + id + "”");

        keys.erase(DataKeys.subjectsOf("officer/LOOKED-O2"), () -> {});

        assertThat(auditor.see(page).text()).contains("handler Searched").doesNotContain("“");
        assertThat(lines(get("auditor", "/api/v1/access-log?action=SEARCHED&record=" + id)))
                .singleElement()
                .satisfies(line -> assertThat(line.has("searched")).isFalse());
    }

    @Test
    void anAuditorReadsWhoWasRefusedAlone() throws Exception {
        record("LOOKED-O1");
        assertThat(get("analyst", "/api/v1/cases/" + id)).hasStatus(403);

        var lines = lines(get("auditor", "/api/v1/access-log?action=REFUSED&record=" + id));

        assertThat(lines).extracting(line -> line.get("user").stringValue()).containsExactly("analyst");
        var page = new Pages(http, "auditor").see("/audit/access?action=REFUSED&record=" + id);
        assertThat(page.text())
                .contains("analyst Was refused, or found nothing there case/" + id)
                .doesNotContain("handler Opened case/" + id);
        assertThat(page.links()).contains("/api/v1/access-log?action=REFUSED&record=" + id);
    }

    @Test
    void timesLimitWhatIsRead() throws Exception {
        record("LOOKED-O1");

        assertThat(lines(get("auditor", "/api/v1/access-log?user=handler&record=" + id + "&from=2000-01-01")))
                .hasSize(1);
        assertThat(lines(get("auditor", "/api/v1/access-log?user=handler&record=" + id + "&to=2000-01-01")))
                .isEmpty();
        assertThat(lines(get(
                        "auditor",
                        "/api/v1/access-log?user=handler&record=" + id + "&from=2000-01-01T00:00:00Z&to=2999-12-31")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=2020-01-02&to=2020-01-01, to",
        "record=a/b/c, record",
        "record=%20x%20y, record",
        "name=jane, name",
        "action=LOOKED, action",
        "to=%2B999999999-12-31T00:00:00Z, to"
    })
    void whatCannotBeReadIsNamed(String query, String parameter) {
        var answer = get("auditor", "/api/v1/access-log?" + query);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("PARAMETER_INVALID");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "analyst", "admin"})
    void nobodyElseReadsIt(String who) {
        assertThat(get(who, "/api/v1/access-log")).hasStatus(403);
        new Pages(http, who).mayNot("/audit/access");
    }

    @Test
    void thePageOfACaseLeadsAuditorsToWhoLookedAtIt() {
        record("LOOKED-O1");

        var link = "/audit/access?record=case/" + id;
        assertThat(new Pages(http, "handler").see("/cases/" + id).links()).doesNotContain(link);
        assertThat(new Pages(http, "auditor").see("/cases/" + id).links()).contains(link);
        var page = new Pages(http, "auditor").see(link);
        assertThat(page.text())
                .contains("handler Opened case/" + id, "GET /api/v1/cases/" + id, "auditor Opened case/" + id);
    }

    @Test
    void aPageHasFiftyLooksAndLeadsToOlderOnes() {
        record("LOOKED-O1");
        for (int i = 0; i < 51; i++) {
            assertThat(get("handler", "/api/v1/cases/" + id)).hasStatusOk();
        }
        var auditor = new Pages(http, "auditor");

        var first = auditor.see("/audit/access?user=handler&record=case/" + id);
        assertThat(first.all("(handler)</a></td>")).hasSize(50);
        var older = first.links().stream()
                .filter(link -> link.contains("before="))
                .findFirst()
                .orElseThrow();
        var second = auditor.see(older);

        assertThat(second.all("(handler)</a></td>")).hasSize(2);
        assertThat(second.links()).contains("/audit/access?user=handler&record=case/" + id);
        assertThat(auditor.see("/audit/access?record=case/NOBODY-LOOKED").text())
                .contains("Nobody looked");
        assertThat(auditor.open("/audit/access?from=first").text())
                .contains("There is a problem", "The first day must be");
    }

    @Test
    void anAuditorWhoIsNamedInACaseIsToldOfNoLookAtIt() throws Exception {
        record("LOOKED-SELF");
        assertThat(get("handler", "/api/v1/search?q=" + id)).hasStatusOk();
        var person = new Person("self", "self", Set.of(Role.AUDITOR), Set.of(), new OfficerId("LOOKED-SELF"));
        var self = new RegisteredUser(new User(person, false, "{trial}x", false, Instant.EPOCH, "admin"));

        var narrow = lines(http.get()
                .uri("/api/v1/access-log?record=" + id)
                .with(user(self))
                .exchange());
        var all = lines(http.get().uri("/api/v1/access-log").with(user(self)).exchange());

        assertThat(narrow).isEmpty();
        assertThat(all.toString()).doesNotContain(id);
        assertThat(all).anyMatch(line -> line.path("withheld").asBoolean(false) && line.size() == 1);
        assertThat(lines(get("auditor", "/api/v1/access-log?record=" + id))).isNotEmpty();
    }
}
