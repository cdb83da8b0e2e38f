package org.conductregister.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.Pages;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Tests what the pages of counts show, and to whom. */
@QueryServiceTest
class OverviewPagesTest {

    private static final LocalDate DAY = LocalDate.of(2015, 3, 4);
    private static int registers;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    KnownCodes codes;

    @Autowired
    Headcounts headcounts;

    /** A force of this test's own: two allegations pending, one of them against somebody who resigned, and one closed. */
    private final ForceCode force = new ForceCode("OVERVIEW_" + ++registers);

    private String asked;

    @BeforeEach
    void threeAllegations() {
        codes.put(CodeList.FORCES, List.of(new Code(force.value(), "Overview " + registers)), "admin");
        var officer = new OfficerId("OV-O-" + registers);
        log.add(
                RecordId.of(officer),
                new OfficerRegistered(DAY, force, Workforce.POLICE_OFFICER, null, null, null),
                new OfficerResigned(DAY.plusDays(20), null));
        var last = log.add(
                RecordId.of(new CaseId("OV-" + registers)),
                new CaseOpened(DAY, force, CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null),
                reported("A1", officer),
                reported("A2", null),
                reported("A3", null),
                new AllegationClosed(DAY.plusDays(9), new AllegationId("A3"), null, null, null));
        asked = "force=" + force + "&atLeast=" + last.getLast().position();
    }

    private static AllegationReported reported(String id, OfficerId officer) {
        return new AllegationReported(
                DAY, new AllegationId(id), new CategoryCode("STALKING"), officer, null, null, null, null);
    }

    private Pages as(String user) {
        return new Pages(http, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "auditor", "analyst"})
    void theFiguresOfADayAreShownWithTheirTimesAndLimits(String user) {
        var page = as(user).see("/?asAt=2015-03-31&" + asked);

        assertThat(page.text())
                .contains("As at 31 March 2015, as known now")
                .contains("Force Overview " + registers)
                .contains("Pending 2 Closed 1 All allegations 3");
    }

    @Test
    void theStatusPendingAndTheResultThatIsOpenAreTwoNumbersUnderTwoNames() {
        var text = as("analyst").see("/?asAt=2015-03-31&" + asked).text();

        assertThat(text).contains("Pending 2", "Left the police 1", "No result yet 1", "No further action 1");
        assertThat(text.substring(text.indexOf("By result"), text.indexOf("By force")))
                .doesNotContain("Pending");
        assertThat(text).contains("“No result yet”").doesNotContain("PENDING");
        assertThat(as("handler")
                        .see("/statistics/members?unit=allegations&asAt=2015-03-31&by.result=PENDING&" + asked)
                        .text())
                .contains("1 allegation", "Result No result yet");
        assertThat(as("analyst")
                        .see("/statistics/compare?asAt=2015-03-31&" + asked)
                        .text())
                .contains("No result yet");
        assertThat(as("analyst").see("/help").text()).contains("No result yet : none of these, and still pending");
    }

    @Test
    void forcesHaveRatesWhereHeadcountsAreKnownAndSayWhereTheyAreNot() {
        var other = "OVERVIEW_OTHER_" + registers;
        codes.put(CodeList.FORCES, List.of(new Code(other, "Beyond " + registers)), "admin");
        headcounts.put(List.of(new Headcount(force.value(), Workforce.POLICE_OFFICER, DAY, 600)), "admin");
        var opened =
                new CaseOpened(DAY, new ForceCode(other), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
        var last = log.add(RecordId.of(new CaseId("OV-OTHER-" + registers)), opened, reported("A1", null));

        var text = as("analyst")
                .see("/?asAt=2015-03-31&force=%s&force=%s&atLeast=%d"
                        .formatted(force, other, last.getLast().position()))
                .text();

        assertThat(text)
                .contains("Per 1,000 staff")
                .contains("Overview " + registers + " 2 1 3 5.0")
                .contains("Beyond " + registers + " 1 0 1 no headcount");
    }

    @Test
    void aCountLeadsToItsMembersForWhoeverMaySeeThem() {
        for (var user : List.of("handler", "auditor")) {
            var members = as(user).see("/?asAt=2015-03-31&" + asked).links().stream()
                    .filter(link -> link.startsWith("/statistics/members"))
                    .toList();
            assertThat(members)
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link).contains("force=" + force, "asAt=2015-03-31", "knownAt="))
                    .anySatisfy(link -> assertThat(link).contains("by.result=LEFT"))
                    .noneSatisfy(link -> assertThat(link).contains("by.result=COURT")); // nobody: nothing to open
        }
        assertThat(as("analyst").see("/?asAt=2015-03-31&" + asked).html()).doesNotContain("/statistics/members");
        as("analyst").mayNot("/statistics/members?unit=allegations");
    }

    @Test
    void administratorsAreShownTheirWorkAndNoCounts() {
        var page = as("admin").see("/?" + asked);

        assertThat(page.text()).contains("The register is running").doesNotContain("Pending");
        as("admin").mayNot("/overview/numbers?" + asked);
        as("admin").mayNot("/overview/figures?" + asked);
        as("admin").mayNot("/statistics/compare?" + asked);
        as("admin").mayNot("/statistics/members?" + asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/statistics/members", "/statistics/compare", "/help"})
    void whoeverIsNotSignedInIsLedToSignIn(String path) {
        assertThat(http.get().uri(path).accept(MediaType.TEXT_HTML))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsCounted() {
        var page = as("analyst").see("/?asAt=tomorrow&unit=officers&" + asked);

        assertThat(page.text()).contains("There is a problem", "asAt must be a day of the calendar", "All officers 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=allegations",
                "unit=allegations&groupBy=stage",
                "unit=officers",
                "unit=cases",
                "unit=referrals",
                "unit=responses"
            })
    void theNumbersOfADayHaveAPlaceEachInTheFiguresOfThePage(String unit) throws Exception {
        for (var user : List.of("handler", "analyst")) {
            var numbers = numbers(user, "/overview/numbers?asAt=2015-03-31&" + unit + "&" + asked);
            var page = as(user).see("/?asAt=2015-03-31&" + unit + "&" + asked);
            var figures = as(user).see("/overview/figures?asAt=2015-03-31&" + unit + "&" + asked);

            assertThat(places(page)).isEqualTo(texts(numbers, "texts"));
            assertThat(places(figures)).isEqualTo(texts(numbers, "texts"));
            assertThat(page.all("(class=\"register-length\")"))
                    .hasSize(texts(numbers, "lengths").size() / 2);
            assertThat(page.html())
                    .contains("data-shape=\"" + numbers.get("shape").stringValue() + "\"");
            assertThat(figures.html())
                    .contains("data-shape=\"" + numbers.get("shape").stringValue() + "\"");
        }
    }

    private JsonNode numbers(String user, String path) throws Exception {
        var answer = http.get().uri(path).with(httpBasic(user, "open sesame")).exchange();
        assertThat(answer).hasStatusOk();
        return FactJson.mapper().readTree(answer.getResponse().getContentAsString());
    }

    private static List<String> places(Pages.Page page) {
        return page.all("data-text[^>]*>([^<]*)<");
    }

    private static List<String> texts(JsonNode numbers, String name) {
        return numbers.get(name).valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void theModulesOfTheScriptHaveOneVersionAndAreKeptForAYear() throws Exception {
        var page = as("analyst").see("/?" + asked);
        var main = page.all("src=\"(/assets/[^\"]*/overview/main.js)\"").getFirst();
        assertThat(main).matches("/assets/[0-9a-f]{32}/overview/main.js");

        var script = http.get().uri(main).exchange();
        assertThat(script).hasStatusOk().hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        var imported = Pattern.compile("from '\\./([a-z-]+\\.js)'")
                .matcher(script.getResponse().getContentAsString())
                .results()
                .map(module -> module.group(1))
                .toList();
        assertThat(imported).hasSizeGreaterThan(5);
        for (var module : imported) {
            assertThat(http.get().uri(main.replace("main.js", module))).hasStatusOk();
        }
        assertThat(http.get().uri("/assets/0123456789abcdef0123456789abcdef/overview/main.js"))
                .hasStatus(404);
    }

    @Test
    void aPartThatIsLoadedLeavesTheTitleOfThePageAlone() {
        for (var path : List.of("/", "/help", "/cases", "/worklist")) {
            assertThat(as("handler").see(path).html()).contains("\"ignoreTitle\":true");
        }
    }
}
