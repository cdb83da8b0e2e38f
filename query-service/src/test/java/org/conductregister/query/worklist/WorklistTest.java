package org.conductregister.query.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReferredToWatchdog;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Tests that a matter is on its list as soon as it is recorded, and gone as soon as it is done; also by corrections.
 */
@QueryServiceTest
class WorklistTest {

    /** Long ago: the lists begin with those where nothing has happened for longest. */
    private static final LocalDate DAY = LocalDate.of(1950, 1, 2);

    private static final AllegationId A1 = new AllegationId("A1");
    private static int cases;

    private final CaseId id = new CaseId("WAITING-" + ++cases);

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    @Test
    void aCaseIsReadyToCloseOnceNoAllegationIsPendingAndUntilItIsClosed() {
        record(opened(), reported("STALKING"));
        assertThat(isOn(Task.CLOSE)).isFalse();

        record(new NoFurtherActionTaken(DAY, A1, null));
        assertThat(isOn(Task.CLOSE)).isTrue();

        var closing = record(new CaseClosed(DAY, null));
        assertThat(isOn(Task.CLOSE)).isFalse();

        record(new EntryRetracted(DAY.plusDays(1), closing, new FreeText("Not yet"), null));
        assertThat(isOn(Task.CLOSE)).isTrue();
    }

    @Test
    void abuseOfPositionWaitsForItsReferral() {
        record(opened(), reported("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"));
        assertThat(isOn(Task.REFER)).isTrue();

        record(new CaseReferredToWatchdog(DAY, ReferralBasis.MANDATORY, null, null));
        assertThat(isOn(Task.REFER)).isFalse();
    }

    @Test
    void whatIsClosedUnreferredStaysUntilItIsReopenedAndReferred() {
        record(opened(), reported("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"));
        record(new CaseClosed(DAY, null));
        assertThat(isOn(Task.REFER)).isTrue();
        assertThat(isOn(Task.QUIET)).isFalse();
        assertThat(isOn(Task.CLOSE)).isFalse();

        record(new CaseReopened(DAY, new FreeText("To be referred"), null));
        record(new CaseReferredToWatchdog(DAY, ReferralBasis.MANDATORY, null, null));
        assertThat(isOn(Task.REFER)).isFalse();
    }

    @Test
    void aCaseIsQuietWhileNothingHappensInIt() {
        record(opened());
        assertThat(isOn(Task.QUIET)).isTrue();

        record(new CaseClosed(DAY, null));
        assertThat(isOn(Task.QUIET)).isFalse();
    }

    private boolean isOn(Task task) {
        var page = http.get()
                .uri("/worklist?list={list}&atLeast={position}", task, last)
                .with(httpBasic("handler", "open sesame"))
                .accept(MediaType.TEXT_HTML)
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8).contains("/cases/" + id + "\"");
    }

    private EntryId record(Fact... facts) {
        var recorded = log.add(RecordId.of(id), facts);
        last = recorded.getLast().position();
        return EntryId.of(recorded.getLast().entryId());
    }

    private static Fact opened() {
        return new CaseOpened(
                DAY, new ForceCode("LANCASHIRE"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
    }

    private static Fact reported(String category) {
        return new AllegationReported(DAY, A1, new CategoryCode(category), null, null, null, null, null);
    }
}
