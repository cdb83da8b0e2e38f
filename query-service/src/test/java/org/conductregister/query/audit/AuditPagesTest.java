package org.conductregister.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tests that auditors are shown the log, a case and a count as known then, and that nobody else is. */
@QueryServiceTest
class AuditPagesTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 6);
    private static final AllegationId A1 = new AllegationId("A1");
    private static int cases;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    KnownCodes codes;

    private final CaseId id = new CaseId("AUDIT-" + ++cases);
    private final ForceCode force = new ForceCode("AUDITED_" + cases);

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/known", "/audit/compare", "/audit/cases/AUDIT-1"})
    void onlyAuditorsAudit(String path) {
        for (var user : List.of("handler", "analyst", "admin")) {
            new Pages(http, user).mayNot(path);
            assertThat(new Pages(http, user).see("/help").links()).doesNotContain("/audit");
        }
        assertThat(auditor().see("/help").links()).contains("/audit");
    }

    @Test
    void theLogNamesEachEntryWithWhoRecordedItAndLeadsToItsRecord() {
        record();

        var page = auditor().see("/audit?record={id}", id);

        assertThat(page.text())
                .contains("3 entries at positions")
                .contains("Case opened on case " + id, "Allegation reported on case " + id, "Allegation closed on case")
                .contains("by handler", "happened on 2014-05-06");
        assertThat(page.links()).contains("/audit/cases/" + id);
    }

    @Test
    void aSearchThatCannotBeReadSaysWhy() {
        assertThat(auditor().open("/audit?from=first").text())
                .contains("There is a problem", "The first position must be a whole number");
        assertThat(auditor().see("/audit?by=nobody-of-this-name").text()).contains("Nothing like this was found");
    }

    @Test
    void aReplayedCaseShowsWhatEachEntryStatesAndChanged() {
        record();

        var step = auditor().see("/audit/cases/{id}?step=3", id);

        assertThat(step.text())
                .contains("Step 3 of 3", "Allegation closed", "Happened on 15 May 2014")
                .contains("Finding Not upheld")
                .contains("Handling Pending", "Changed Closed");
        assertThat(step.links()).contains("/audit/cases/" + id + "?step=2");
        assertThat(auditor().open("/audit/cases/NO-SUCH-CASE").status()).isEqualTo(404);
    }

    @Test
    void aCountThatChangedIsShownBothWaysWithTheEntriesThatMovedIt() {
        record();

        var compared = auditor()
                .see(
                        "/audit/compare?unit=allegations&groupBy=result&force={force}&asAt=2014-06-30&knownAt=2015-01-01",
                        force);

        assertThat(compared.text())
                .contains("Force Audited " + cases)
                .contains("No further action 0 1 +1", "All 0 1 +1")
                .contains("One counts otherwise", "Not counted before → No further action", id.toString());
    }

    @Test
    void whatWasKnownOfACountStandsBesideWhatIsKnownNow() {
        record();

        var known = auditor()
                .see(
                        "/audit/known?unit=allegations&groupBy=status&force={force}&asAt=2014-05-08&knownAt=2015-01-01",
                        force);

        assertThat(known.text()).contains("As known then", "As known now", "Pending 0 1 +1");
        assertThat(known.links())
                .anyMatch(link -> link.startsWith("/audit/compare?") && link.contains("force=" + force));
    }

    private void record() {
        codes.put(CodeList.FORCES, List.of(new Code(force.value(), "Audited " + cases)), "admin");
        long last = log.add(
                        RecordId.of(id),
                        new CaseOpened(DAY, force, CaseKind.COMPLAINT, CaseSource.PUBLIC, null, null, null, null),
                        new AllegationReported(DAY, A1, new CategoryCode("STALKING"), null, null, null, null, null),
                        new AllegationClosed(DAY.plusDays(9), A1, new FindingCode("NOT_UPHELD"), null, null))
                .getLast()
                .position();
        // Other pages than those of the audit wait until what they show is taken in
        auditor().see("/cases/{id}?atLeast={last}", id, last);
        auditor().see("/?atLeast={last}", last);
    }

    private Pages auditor() {
        return new Pages(http, "auditor");
    }
}
