package org.conductregister.query.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.keys.DataKeys;
import org.conductregister.platform.datedlists.RetentionRule;
import org.conductregister.platform.datedlists.RetentionRule.Outcome;
import org.conductregister.platform.datedlists.RetentionSchedule;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The cases that are due follow from the schedule, and stay due until somebody erases them. */
@QueryServiceTest
class RetentionTest {

    private static final LocalDate OPENED = LocalDate.of(2001, 2, 1);
    private static final LocalDate CLOSED = LocalDate.of(2001, 6, 30);

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    RetentionSchedule schedule;

    @Autowired
    DataKeys keys;

    private RecordId closedCase(String id) {
        var record = RecordId.of(new CaseId(id));
        add(
                record,
                new CaseOpened(
                        OPENED,
                        new ForceCode("KENT"),
                        CaseKind.DEATH_OR_SERIOUS_INJURY,
                        CaseSource.PUBLIC,
                        null,
                        new FreeText("The yard"),
                        null,
                        null),
                new AllegationReported(
                        OPENED, new AllegationId("A1"), new CategoryCode("OTHER"), null, null, null, null, null),
                new CaseClosed(CLOSED, null));
        return record;
    }

    private Recorded add(RecordId record, Fact... facts) {
        return log.add(record, facts).getLast();
    }

    private MvcTestResult due(String parameters) {
        return http.get()
                .uri("/api/v1/retention/due?" + parameters)
                .with(httpBasic("admin", "open sesame"))
                .exchange();
    }

    private void keep(Outcome outcome, Integer years) {
        schedule.put(List.of(new RetentionRule(CaseKind.DEATH_OR_SERIOUS_INJURY, outcome, years)), "admin");
    }

    @Test
    void aClosedCaseIsDueByTheScheduleUntilItIsErased() {
        closedCase("DUE-1");
        var held = closedCase("DUE-HELD");
        add(held, new LegalHoldPlaced(CLOSED, new Grounds("a claim is pending")));
        var again = closedCase("DUE-AGAIN");
        add(again, new CaseReopened(CLOSED.plusYears(1), new FreeText("new"), null));
        add(again, new CaseClosed(CLOSED.plusYears(3), null));
        var gone = closedCase("DUE-GONE");
        keys.erase(
                DataKeys.subjectsOf(gone.toString()),
                () -> add(gone, new PersonalDataErased(CLOSED, new Grounds("asked for"))));
        var last = closedCase("DUE-LAST");
        add(last, new LegalHoldPlaced(CLOSED, new Grounds("last")));

        assertThat(due("asAt=2026-01-01"))
                .bodyJson()
                .extractingPath("$.cases")
                .asArray()
                .isEmpty();

        keep(Outcome.ANY_OTHER, 6);
        assertThat(due("asAt=2007-06-29"))
                .bodyJson()
                .extractingPath("$.cases")
                .asArray()
                .isEmpty();
        assertThat(due("asAt=2007-06-30")).bodyJson().isLenientlyEqualTo("""
                {"asAt": "2007-06-30", "cases": [
                    {"caseId": "DUE-1", "force": "KENT", "kind": "DEATH_OR_SERIOUS_INJURY", "outcome": "NO_FURTHER_ACTION",
                     "closedOn": "2001-06-30", "years": 6, "dueOn": "2007-06-30", "held": false},
                    {"caseId": "DUE-HELD", "held": true}, {"caseId": "DUE-LAST"}]}""");
        assertThat(due("asAt=2010-06-30")).bodyJson().isLenientlyEqualTo("""
                {"cases": [{"caseId": "DUE-1"}, {"caseId": "DUE-HELD"},
                           {"caseId": "DUE-AGAIN", "closedOn": "2004-06-30", "dueOn": "2010-06-30"}, {"caseId": "DUE-LAST"}]}""");
        assertThat(due("asAt=2010-06-30&limit=2")).bodyJson().isLenientlyEqualTo("""
                {"cases": [{"caseId": "DUE-1"}, {"caseId": "DUE-HELD"}], "next": 2}""");
        assertThat(due("asAt=2010-06-30&limit=2&from=2")).bodyJson().isLenientlyEqualTo("""
                {"cases": [{"caseId": "DUE-AGAIN"}, {"caseId": "DUE-LAST"}]}""");

        var page = new Pages(http, "admin").open("/retention");
        assertThat(page.text())
                .contains("DUE-1", "Held Decide about case DUE-HELD")
                .doesNotContain("DUE-GONE", "yard");
        assertThat(page.links()).contains("/cases/DUE-1/erasure");

        keep(Outcome.NO_FURTHER_ACTION, null);
        assertThat(due("asAt=2026-01-01"))
                .bodyJson()
                .extractingPath("$.cases")
                .asArray()
                .isEmpty();
        assertThat(due("from=-1&size=3")).hasStatus(400);
    }
}
