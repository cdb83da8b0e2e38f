package org.conductregister.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Fact;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cases found and the entries of a case as files, and the version of a record in its ETag. */
@QueryServiceTest
class RecordTablesTest {

    private static final String CSV = "text/csv";

    private static int forces;

    private final String force = "LISTED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    @BeforeEach
    void threeCases() {
        record(
                "1",
                opened("2012-03-01", "=HYPERLINK(\"http://x\")"),
                reported("A1", "STALKING"),
                reported("A2", "RAPE"));
        record("2", opened("2012-03-01", null));
        record("3", opened("2013-06-02", null), new CaseClosed(LocalDate.of(2014, 1, 1), null));
    }

    private void record(String number, Fact... facts) {
        last = log.add(RecordId.of(new CaseId(force + "-" + number)), facts)
                .getLast()
                .position();
    }

    private Fact opened(String day, String title) {
        return new CaseOpened(
                LocalDate.parse(day),
                new ForceCode(force),
                CaseKind.CONDUCT,
                CaseSource.POLICE,
                null,
                title == null ? null : new FreeText(title),
                null,
                null);
    }

    private static Fact reported(String id, String category) {
        return new AllegationReported(
                LocalDate.of(2012, 3, 2),
                new AllegationId(id),
                new CategoryCode(category),
                null,
                null,
                null,
                null,
                null);
    }

    private MvcTestResult get(String path, String accept) {
        var request = http.get().uri("/api/v1" + path).with(httpBasic("auditor", "open sesame"));
        return (accept.isEmpty() ? request : request.header("Accept", accept)).exchange();
    }

    private String cases(String more) {
        return "/cases?asAt=2019-01-01&force=%s&atLeast=%d%s".formatted(force, last, more);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void casesFoundAreATableOfAllOfThem() {
        var csv = text(get(cases(""), CSV));

        assertThat(csv.lines())
                .containsExactly(
                        "caseId,force,kind,source,title,openedOn,status,readyToClose,referral,mode,allegations,pending,categories",
                        "%1$s-3,%1$s,CONDUCT,POLICE,,2013-06-02,CLOSED,false,NOT_REFERRED,NONE,0,0,".formatted(force),
                        "%1$s-1,%1$s,CONDUCT,POLICE,\"'=HYPERLINK(\"\"http://x\"\")\",2012-03-01,PENDING,false,NOT_REFERRED,NONE,2,2,RAPE; STALKING"
                                .formatted(force),
                        "%1$s-2,%1$s,CONDUCT,POLICE,,2012-03-01,PENDING,false,NOT_REFERRED,NONE,0,0,".formatted(force));
        assertThat(text(get(cases("&size=1&page=1"), CSV)).lines()).hasSize(2);
    }

    @Test
    void aListOfCasesHasTheAddressOfItsNextPage() {
        var first = get(cases("&size=2"), "");
        var next = first.getResponse().getHeader("Link");
        assertThat(next).matches("</api/v1/cases\\?.*size=2.*&asAt=2019-01-01&knownAt=.*&page=1>; rel=\"next\"");

        var second = get(next.substring("</api/v1".length(), next.indexOf('>')), "");

        assertThat(second).bodyJson().extractingPath("$.cases").asArray().hasSize(1);
        assertThat(second.getResponse().getHeader("Link")).isNull();
    }

    @Test
    void theEntriesOfACaseAreATableWithAColumnForEachField() throws IOException {
        var csv = text(get("/cases/%s-1/timeline?atLeast=%d".formatted(force, last), CSV));
        assertThat(csv.lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("occurredOn,type,recordedAt,recordedBy,position,entryId,")
                .contains(",data.force,", ",data.allegationId,", ",data.category");
        assertThat(csv).contains("2012-03-02,AllegationReported,", ",RAPE");

        var ods = get("/cases/%s-1/timeline?format=ods&asAt=2019-01-01".formatted(force), "");
        var sheet =
                new SpreadSheet(new ByteArrayInputStream(ods.getResponse().getContentAsByteArray())).getSheet("Table");
        var cells = sheet.getDataRange().getValues();
        assertThat(cells[1][0])
                .asString()
                .startsWith("Entries of the case %s-1. As at 1 January 2019, as known at ".formatted(force));
        assertThat(cells[6][0]).isEqualTo(LocalDate.of(2012, 3, 1));
        assertThat(cells[6][1]).isEqualTo("Case opened");
        assertThat(cells[6]).contains("=HYPERLINK(\"http://x\")");
    }

    @Test
    void aReadOfARecordHasItsVersion() {
        get(cases(""), "");
        for (var path : new String[] {"/cases/%s-1", "/cases/%s-1/timeline"}) {
            assertThat(get(path.formatted(force), "")).hasStatusOk().hasHeader("ETag", "\"3\"");
        }
        assertThat(get("/cases/%s-3".formatted(force), "")).hasHeader("ETag", "\"2\"");
        assertThat(http.get()
                        .uri("/api/v1/cases/%s-1".formatted(force))
                        .header("If-None-Match", "\"3\"")
                        .with(httpBasic("auditor", "open sesame"))
                        .exchange())
                .hasStatusOk();
    }
}
