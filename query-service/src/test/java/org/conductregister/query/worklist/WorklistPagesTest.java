package org.conductregister.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.Label;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tests what each list of the worklist shows, and what it offers to whom. */
@QueryServiceTest
class WorklistPagesTest {

    /** Long ago: the lists begin with what has waited longest. */
    private static final LocalDate DAY = LocalDate.of(1940, 1, 2);

    private static final AllegationId A1 = new AllegationId("A1");
    private static final ForceCode KENT = new ForceCode("KENT");
    private static int records;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private final CaseId id = new CaseId("TODO-" + ++records);

    @Test
    void whoSeesNoPersonSeesNoWorklist() {
        for (var user : List.of("analyst", "admin")) {
            new Pages(http, user).mayNot("/worklist");
            assertThat(new Pages(http, user).see("/help").links()).doesNotContain("/worklist");
        }
    }

    @Test
    void aHandlerIsOfferedWhatIsToBeDoneAndAnAuditorIsNot() {
        offers(
                "CLOSE",
                "/cases/" + id + "/log/CaseClosed",
                reported("STALKING"),
                new NoFurtherActionTaken(DAY, A1, null));
    }

    @Test
    void aCaseToReferLeadsToItsReferral() {
        offers(
                "REFER",
                "/cases/" + id + "/log/CaseReferredToWatchdog?basis=MANDATORY",
                reported("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"));
    }

    @Test
    void aQuietCaseLeadsToWhatMayBeLogged() {
        offers("QUIET", "/cases/" + id + "/log");
    }

    @Test
    void anOfficerWhoIsNotRegisteredIsNamedWithTheForceOfTheCase() {
        var officer = new OfficerId("TODO-O-" + records);
        long last = open(new AllegationReported(DAY, A1, new CategoryCode("OTHER"), officer, null, null, null, null));

        var page = handler().see("/worklist?list=REGISTER&atLeast={last}", last);

        assertThat(page.links()).contains("/officers/" + officer + "/log/OfficerRegistered?force=KENT");
        assertThat(page.text()).contains(officer + " Kent Police");
    }

    @Test
    void anAnswerThatIsDueIsOverdueAfterItsDay() {
        var recommendation = new RecommendationId("TODO-R-" + records);
        long last = log.add(
                        RecordId.of(recommendation),
                        new RecommendationIssued(
                                DAY,
                                new Label("HMICFRS"),
                                new ThemeCode("VETTING"),
                                new ForceCodes(List.of(KENT)),
                                DAY.plusDays(1),
                                null))
                .getLast()
                .position();

        var page = handler().see("/worklist?list=ANSWER&atLeast={last}", last);

        assertThat(page.text()).contains("Kent Police " + recommendation + " 3 Jan 1940 Overdue");
        assertThat(page.links()).contains("/recommendations/" + recommendation + "/log/ForceResponded?force=KENT");
    }

    private void offers(String list, String link, Fact... after) {
        long last = open(after);

        var handlers = handler().see("/worklist?list={list}&atLeast={last}", list, last);
        var auditors = new Pages(http, "auditor").see("/worklist?list={list}&atLeast={last}", list, last);

        assertThat(handlers.links()).contains("/cases/" + id, link);
        assertThat(handlers.text()).contains(id + " Kent Police 2 Jan 1940");
        assertThat(auditors.links()).contains("/cases/" + id).doesNotContain(link);
        assertThat(auditors.links()).noneMatch(each -> each.contains("/log"));
    }

    private long open(Fact... after) {
        log.add(
                RecordId.of(id),
                new CaseOpened(DAY, KENT, CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null));
        return log.add(RecordId.of(id), after.length == 0 ? new Fact[] {reported("STALKING")} : after)
                .getLast()
                .position();
    }

    private static Fact reported(String category) {
        return new AllegationReported(DAY, A1, new CategoryCode(category), null, null, null, null, null);
    }

    private Pages handler() {
        return new Pages(http, "handler");
    }
}
