package org.conductregister.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QueryServiceTest
class EventsTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final RecordId CASE = RecordId.of(new CaseId("LOGGED"));

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Test
    void theLogIsGivenAnEntryALineAsItWasRecorded() throws Exception {
        var onCase = log.add(
                        CASE,
                        new AllegationReported(
                                DAY,
                                new AllegationId("A1"),
                                new CategoryCode("STALKING"),
                                new OfficerId("O1"),
                                null,
                                null,
                                null,
                                new FreeText("a \"note\"\nof two lines")))
                .getFirst();
        var onOfficer = log.add(RecordId.of(new OfficerId("O1")), new OfficerSuspended(DAY, null))
                .getFirst();

        var answer = get("?from=" + onCase.position() + "&limit=2");

        assertThat(answer).hasStatusOk().hasContentType("application/x-ndjson");
        var lines = linesOf(answer);
        assertThat(lines).hasSize(2);
        JSONAssert.assertEquals(
                """
                {"position": %d, "entryId": "%s", "type": "AllegationReported", "caseId": "LOGGED",
                 "occurredOn": "2012-03-04", "recordedAt": "%s", "recordedBy": "handler", "correlationId": "call-1",
                 "data": {"allegationId": "A1", "category": "STALKING", "officerId": "O1", "note": "a \\"note\\"\\nof two lines"}}
                """.formatted(onCase.position(), onCase.entryId(), onCase.recordedAt()),
                lines.getFirst(),
                JSONCompareMode.STRICT);
        JSONAssert.assertEquals("""
                {"position": %d, "type": "OfficerSuspended", "officerId": "O1", "data": {}}
                """.formatted(onOfficer.position()), lines.getLast(), JSONCompareMode.LENIENT);
    }

    @Test
    void aLongStretchIsGivenWholeAndInOrder() throws Exception {
        var events = IntStream.range(0, 2_300)
                .mapToObj(i -> log.event(CASE, new InvestigationStarted(DAY, null)))
                .toList();
        var recorded = log.addAll(events, 500);

        var lines = linesOf(get("?limit=100000&from=" + recorded.getFirst().position()));

        assertThat(lines).hasSizeGreaterThanOrEqualTo(2_300);
        assertThat(lines.get(2_299))
                .contains("\"position\":" + recorded.getLast().position() + ",");
        assertThat(linesOf(get("?from=" + recorded.getFirst().position()))).hasSize(1_000);
    }

    @Test
    void behindTheEndOfTheLogThereIsNothing() throws Exception {
        assertThat(linesOf(get("?from=1000000"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"auditor, 200", "handler, 403", "analyst, 403", "admin, 403"})
    void theLogIsForAuditors(String user, int status) {
        assertThat(http.get().uri("/api/v1/events?limit=1").with(httpBasic(user, "open sesame")))
                .hasStatus(status);
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri("/api/v1/events" + query)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private static List<String> linesOf(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString().lines().toList();
    }
}
