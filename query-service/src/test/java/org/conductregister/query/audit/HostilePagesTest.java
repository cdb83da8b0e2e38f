package org.conductregister.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever is typed into a field or was recorded once is shown as text. */
@QueryServiceTest
class HostilePagesTest {

    private static final String HOSTILE =
            "'\"><script>alert(1)</script>${7*19100019}[[${7*19100019}]]__${7*19100019}__";
    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @ParameterizedTest
    @CsvSource({
        "/audit, record",
        "/audit, type",
        "/audit, by",
        "/audit, since",
        "/audit, until",
        "/audit, from",
        "/audit, to",
        "/audit, another",
        "/audit/cases/HOSTILE, step",
        "/audit/known, caseId",
        "/audit/known, asAt",
        "/audit/known, knownAt",
        "/audit/known, unit",
        "/audit/known?unit=cases&knownAt=2018-06-02, groupBy",
        "/audit/known?unit=cases&knownAt=2018-06-02, force",
        "/audit/known?unit=cases&knownAt=2018-06-02, category",
        "/audit/known?unit=cases&knownAt=2018-06-02, tag",
        "/audit/known?unit=cases&knownAt=2018-06-02, kind",
        "/audit/known?unit=cases&knownAt=2018-06-02, reportedFrom",
        "/audit/compare?unit=cases&knownAt=2018-06-02, groupBy",
        "/audit/compare?unit=cases&knownAt=2018-06-02, tag",
        "/audit/compare?unit=cases, knownAt",
        "/audit/compare?unit=cases&knownAt=2018-06-02, knownAt2",
        "/audit/compare?unit=cases&knownAt=2018-06-02, page",
        "/audit/compare, unit",
        "/operations, rebuilding",
        "/operations/search/dead-letters, done"
    })
    void whatIsTypedIsShownAsText(String path, String field) throws UnsupportedEncodingException {
        log.add(RecordId.of(new CaseId("HOSTILE")), new NoteAdded(DAY, new FreeText("here"), null));
        harmless(http.get()
                .uri(path)
                .queryParam(field, HOSTILE)
                .with(httpBasic("auditor", "open sesame"))
                .exchange());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit?record=HOSTILE-2",
                "/audit/cases/HOSTILE-2?step=1",
                "/audit/cases/HOSTILE-2?step=2",
                "/audit/cases/HOSTILE-2?step=3",
                "/audit/cases/HOSTILE-2?step=4",
                "/audit/known?caseId=HOSTILE-2&knownAt=2018-06-02",
                "/audit/compare?unit=cases&groupBy=force&knownAt=2018-06-02"
            })
    void whatWasRecordedIsShownAsText(String path) throws UnsupportedEncodingException {
        var theCase = RecordId.of(new CaseId("HOSTILE-2"));
        var text = new FreeText(HOSTILE);
        log.add(
                theCase,
                new CaseOpened(
                        DAY, new ForceCode("KENT"), CaseKind.COMPLAINT, CaseSource.PUBLIC, null, text, null, text),
                new AllegationReported(
                        DAY, new AllegationId("A1"), new CategoryCode("OTHER"), null, null, null, text, text),
                new NoteAdded(DAY, text, text),
                new CaseReopened(DAY, text, text));
        await().untilAsserted(() -> assertThat(
                        http.get().uri("/audit/cases/HOSTILE-2").with(httpBasic("auditor", "open sesame")))
                .hasStatusOk());

        var answer =
                http.get().uri(path).with(httpBasic("auditor", "open sesame")).exchange();
        assertThat(answer).hasStatusOk();
        harmless(answer);
    }

    private static void harmless(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer.getResponse().getStatus()).isIn(200, 400, 404);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("<script>alert", "'\">", "133700133");
    }
}
