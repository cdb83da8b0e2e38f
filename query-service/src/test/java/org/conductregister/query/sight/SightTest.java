package org.conductregister.query.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.RegisteredUser;
import org.conductregister.platform.users.User;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** A case that somebody may not see is to them as one that never was, wherever they look. */
@QueryServiceTest
class SightTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 8);
    private static final String FORCES = "force=SEEN_ONE&force=SEEN_TWO";

    private static final RegisteredUser ALL = person("sight-all", null, Role.HANDLER, Role.AUDITOR);
    private static final RegisteredUser ONE = person("sight-one", null, Role.HANDLER);
    private static final RegisteredUser NAMED = person("sight-named", "SEEN-O1", Role.HANDLER);
    private static final RegisteredUser AUDITOR = person("sight-auditor", "SEEN-O1", Role.AUDITOR);

    private static boolean logged;
    private static long last;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private static RegisteredUser person(String id, String officer, Role... roles) {
        var forces = id.equals("sight-one") ? Set.of(new ForceCode("SEEN_ONE")) : Set.<ForceCode>of();
        var person = new Person(id, id, Set.of(roles), forces, officer == null ? null : new OfficerId(officer));
        return new RegisteredUser(new User(person, false, "{trial}x", false, Instant.EPOCH, "admin"));
    }

    @BeforeEach
    void cases() {
        if (!logged) {
            logged = true;
            log.add(officer("SEEN-O1"), registered("SEEN_ONE", "Aloysius Peregrine"));
            log.add(officer("SEEN-O2"), registered("SEEN_TWO", "Barnabas Peregrine"));
            log.add(of("SEEN-1"), opened("SEEN_ONE", "S1/1"), reported("SEEN-O1"));
            log.add(of("SEEN-2"), opened("SEEN_TWO", "S2/1"), reported("SEEN-O2"));
            last = log.add(of("SEEN-3"), opened("SEEN_ONE", "S1/3"), reported("SEEN-O3"))
                    .getLast()
                    .position();
        }
    }

    private static RecordId of(String caseId) {
        return RecordId.of(new CaseId(caseId));
    }

    private static RecordId officer(String id) {
        return RecordId.of(new OfficerId(id));
    }

    private static OfficerRegistered registered(String force, String name) {
        return new OfficerRegistered(
                DAY, new ForceCode(force), Workforce.POLICE_OFFICER, null, new PersonName(name), null);
    }

    private static CaseOpened opened(String force, String reference) {
        return new CaseOpened(
                DAY,
                new ForceCode(force),
                CaseKind.CONDUCT,
                CaseSource.POLICE,
                new Reference(reference),
                null,
                new FreeText("zymurgy"),
                null,
                null,
                null);
    }

    private static AllegationReported reported(String officer) {
        return new AllegationReported(
                DAY,
                new AllegationId("A1"),
                new CategoryCode("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"),
                new OfficerId(officer),
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cases/%s", "/api/v1/cases/%s/timeline", "/cases/%s", "/audit/cases/%s"})
    void aHiddenCaseIsAnsweredAsOneThatNeverWas(String path) throws Exception {
        var auditing = path.startsWith("/audit");
        for (var who : auditing ? new RegisteredUser[] {AUDITOR} : new RegisteredUser[] {ONE, NAMED, AUDITOR}) {
            var hiddenId = who == ONE ? "SEEN-2" : "SEEN-1";
            var hidden = get(who, path.formatted(hiddenId));
            var never = get(who, path.formatted("SEEN-NEVER"));

            assertThat(hidden).hasStatus(404);
            assertThat(text(hidden)).isEqualTo(text(never).replace("SEEN-NEVER", hiddenId));
            assertThat(get(who, path.formatted("SEEN-3"))).hasStatusOk();
        }
    }

    @Test
    void listsHaveNoneOfIt() throws Exception {
        assertThat(cases(ALL, FORCES)).containsExactly("SEEN-1", "SEEN-2", "SEEN-3");
        assertThat(cases(ONE, FORCES)).containsExactly("SEEN-1", "SEEN-3");
        assertThat(cases(ONE, "force=SEEN_TWO")).isEmpty();
        assertThat(cases(NAMED, FORCES)).containsExactly("SEEN-2", "SEEN-3");
        assertThat(json(get(ONE, "/api/v1/cases?" + FORCES + "&atLeast=" + last))
                        .get("total")
                        .intValue())
                .isEqualTo(2);
        assertThat(json(get(NAMED, "/api/v1/cases?" + FORCES + "&atLeast=" + last))
                        .get("total")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void searchesFindNoneOfIt() throws Exception {
        assertThat(found(ALL, "zymurgy", "cases", "caseId")).contains("SEEN-1", "SEEN-2", "SEEN-3");
        assertThat(found(ONE, "zymurgy", "cases", "caseId")).containsExactlyInAnyOrder("SEEN-1", "SEEN-3");
        assertThat(found(NAMED, "zymurgy", "cases", "caseId")).containsExactlyInAnyOrder("SEEN-2", "SEEN-3");
        assertThat(found(NAMED, "S1/1", "cases", "caseId")).doesNotContain("SEEN-1");
        assertThat(found(ONE, "SEEN-2", "cases", "caseId")).doesNotContain("SEEN-2");
        assertThat(cases(NAMED, "q=zymurgy")).containsExactlyInAnyOrder("SEEN-2", "SEEN-3");
        assertThat(cases(NAMED, "officerId=SEEN-O1")).isEmpty();
    }

    @Test
    void membersOfCountsHaveNoneOfIt() throws Exception {
        for (var unit : new String[] {"cases", "allegations"}) {
            var path = "/api/v1/statistics/members?unit=" + unit + "&" + FORCES + "&atLeast=" + last;
            assertThat(text(get(ALL, path))).contains("SEEN-1", "SEEN-2", "SEEN-3", "\"reference\":\"S1/1\"");
            assertThat(text(get(ONE, path))).contains("SEEN-1", "SEEN-3").doesNotContain("SEEN-2");
            assertThat(text(get(NAMED, path))).contains("SEEN-2", "SEEN-3").doesNotContain("SEEN-1");
        }
        var officers = "/api/v1/statistics/members?unit=officers&" + FORCES + "&atLeast=" + last;
        assertThat(text(get(ALL, officers))).contains("SEEN-O1", "SEEN-O2");
        assertThat(text(get(ONE, officers))).contains("SEEN-O1", "SEEN-O3").doesNotContain("SEEN-O2");
        assertThat(text(get(NAMED, officers))).contains("SEEN-O2", "SEEN-O3").doesNotContain("SEEN-O1");
        assertThat(json(get(NAMED, officers)).get("total").intValue()).isEqualTo(2);
        assertThat(text(get(NAMED, "/statistics/members?unit=cases&" + FORCES))).doesNotContain("SEEN-1");
    }

    @Test
    void membersOfDurationsAndFlowsHaveNoneOfIt() throws Exception {
        for (var unit : new String[] {"cases", "allegations"}) {
            for (var path : new String[] {
                "/api/v1/statistics/durations/members?from=REPORTED&to=CLOSED&part=OPEN&unit=",
                "/api/v1/statistics/flows/members?from=2024-01-01&to=2024-12-31&flow=END&unit="
            }) {
                var asked = path + unit + "&" + FORCES + "&atLeast=" + last;
                assertThat(text(get(ALL, asked))).contains("SEEN-1", "SEEN-2", "SEEN-3");
                assertThat(text(get(ONE, asked))).contains("SEEN-1", "SEEN-3").doesNotContain("SEEN-2");
                assertThat(text(get(NAMED, asked))).contains("SEEN-2", "SEEN-3").doesNotContain("SEEN-1");
                assertThat(json(get(NAMED, asked)).get("total").intValue()).isEqualTo(2);
                assertThat(text(get(NAMED, asked + "&format=csv"))).doesNotContain("SEEN-1");
            }
        }
    }

    @Test
    void numbersBesideTheFiltersOfAListCountNoneOfIt() throws Exception {
        var list = "/cases?force=SEEN_ONE&atLeast=" + last;

        assertThat(text(get(ALL, list))).contains("Seen One (2)");
        assertThat(text(get(NAMED, list))).contains("Seen One (1)").doesNotContain("Seen One (2)");
        assertThat(text(get(ONE, "/cases?atLeast=" + last))).doesNotContain("Seen Two");
    }

    @Test
    void anEntryThatMarksAVisibleCaseAsADuplicateDoesNotNameIt() throws Exception {
        log.add(of("TWIN-HIDDEN"), opened("TWIN_FORCE", "T/1"), reported("TWIN-O9"));
        log.add(of("TWIN-SEEN"), opened("TWIN_FORCE", "T/2"));
        var marked = log.add(
                        of("TWIN-SEEN"),
                        new CaseMarkedDuplicate(DAY, new CaseId("TWIN-HIDDEN"), new FreeText("same matter"), null))
                .getFirst();
        var named = person("twin-named", "TWIN-O9", Role.HANDLER);
        var auditor = person("twin-auditor", "TWIN-O9", Role.AUDITOR);

        for (var path :
                new String[] {"/api/v1/cases/TWIN-SEEN", "/api/v1/cases/TWIN-SEEN/timeline", "/cases/TWIN-SEEN"}) {
            var address = path + "?atLeast=" + marked.position();
            assertThat(text(get(ALL, address))).as(path).contains("TWIN-HIDDEN");
            assertThat(get(named, address)).hasStatusOk();
            assertThat(text(get(named, address))).as(path).doesNotContain("TWIN-HIDDEN", "same matter");
        }
        var line = text(get(auditor, "/api/v1/events?from=" + marked.position() + "&limit=1"));
        assertThat(FactJson.mapper().readTree(line).propertyNames()).containsExactlyInAnyOrder("position", "withheld");
        assertThat(text(get(auditor, "/audit?record=TWIN-SEEN"))).doesNotContain("TWIN-HIDDEN", "same matter");
        assertThat(text(get(auditor, "/audit/cases/TWIN-SEEN"))).doesNotContain("TWIN-HIDDEN", "same matter");
        assertThat(get(named, "/api/v1/cases/TWIN-SEEN").getResponse().getHeader("ETag"))
                .isEqualTo(get(ALL, "/api/v1/cases/TWIN-SEEN").getResponse().getHeader("ETag"));
    }

    @Test
    void anOfficersRecordHasNoneOfIt() throws Exception {
        assertThat(text(get(ALL, "/api/v1/officers/SEEN-O1?atLeast=" + last))).contains("SEEN-1");
        assertThat(text(get(NAMED, "/api/v1/officers/SEEN-O1?atLeast=" + last))).doesNotContain("SEEN-1");
        assertThat(text(get(ONE, "/api/v1/officers/SEEN-O2?atLeast=" + last))).doesNotContain("SEEN-2");
        assertThat(get(person("sight-three", "SEEN-O3", Role.HANDLER), "/api/v1/officers/SEEN-O3?atLeast=" + last))
                .as("of whom nothing else is known")
                .hasStatus(404);
    }

    @Test
    void worklistsHaveNoneOfIt() throws Exception {
        var list = "/worklist?list=REFER&atLeast=" + last;
        assertThat(text(get(ALL, list))).contains("SEEN-1", "SEEN-2");
        assertThat(text(get(ONE, list))).contains("SEEN-1").doesNotContain("SEEN-2");
        assertThat(text(get(NAMED, list))).contains("SEEN-2").doesNotContain("SEEN-1");
        assertThat(text(get(ALL, list))).as("whoever asked before").contains("SEEN-1", "SEEN-2");
    }

    @Test
    void theLogSaysThatAnEntryIsWithheldAndNothingElse() throws Exception {
        var all = text(get(ALL, "/api/v1/events?limit=100000"));
        var lines = text(get(AUDITOR, "/api/v1/events?limit=100000")).lines().toList();

        assertThat(all).contains("SEEN-1");
        assertThat(lines).hasSize((int) all.lines().count()).noneMatch(line -> line.contains("\"SEEN-1\""));
        assertThat(lines)
                .filteredOn(line -> line.contains("withheld"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(FactJson.mapper().readTree(line).propertyNames())
                        .containsExactlyInAnyOrder("position", "withheld"));
        assertThat(text(get(AUDITOR, "/audit?record=SEEN-1")))
                .isEqualTo(text(get(AUDITOR, "/audit?record=SEEN-NEVER")).replace("SEEN-NEVER", "SEEN-1"));
        assertThat(text(get(AUDITOR, "/audit"))).contains("withheld from you");
    }

    private Iterable<String> cases(RegisteredUser who, String limits) throws Exception {
        return json(get(who, "/api/v1/cases?size=200&atLeast=" + last + "&" + limits))
                .get("cases")
                .valueStream()
                .map(row -> row.get("caseId").stringValue())
                .toList();
    }

    private Iterable<String> found(RegisteredUser who, String words, String kind, String id) throws Exception {
        var rows = json(get(who, "/api/v1/search?atLeast=" + last + "&q=" + words))
                .get(kind)
                .get("found");
        return rows.valueStream().map(row -> row.findValue(id).stringValue()).toList();
    }

    private MvcTestResult get(RegisteredUser who, String uri) {
        var request = http.get().uri(uri).with(user(who));
        return (uri.startsWith("/api") ? request : request.accept("text/html")).exchange();
    }

    private static JsonNode json(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return FactJson.mapper().readTree(text(answer));
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
