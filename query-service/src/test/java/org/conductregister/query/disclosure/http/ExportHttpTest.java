package org.conductregister.query.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.github.miachm.sods.SpreadSheet;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Counts for publication over HTTP: small ones are hidden in every format, or the call is refused with what would be safe. */
@QueryServiceTest
class ExportHttpTest {

    private static int forces;

    private final String force = "EXPORTED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    /** Twelve cases of conduct, nine complaints, two of death or serious injury, and eight of recordable conduct. */
    @BeforeEach
    void casesOfFourKinds() {
        last = new CasesOfKinds(log, force)
                .opened(CaseKind.CONDUCT, 12)
                .opened(CaseKind.COMPLAINT, 9)
                .opened(CaseKind.DEATH_OR_SERIOUS_INJURY, 2)
                .opened(CaseKind.RECORDABLE_CONDUCT, 8)
                .last();
    }

    private MvcTestResult get(String more) {
        return http.get()
                .uri("/api/v1/statistics/export?unit=cases&asAt=2019-01-01&force=%s&atLeast=%d%s"
                        .formatted(force, last, more))
                .with(httpBasic("analyst", "open sesame"))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void smallCountsAndWhatWouldTellThemAreHiddenInAFile() {
        var answer = get("&groupBy=kind&format=csv");

        assertThat(answer).hasStatusOk();
        var csv = text(answer);
        assertThat(csv)
                .startsWith("# Cases by kind. Population: Force: ")
                .contains(
                        "Counts below 5 are hidden, and as many others as keep them from being worked out",
                        "\r\n# As at: ");
        var rows = csv.lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(rows).hasSize(6).contains("kind,count", "DEATH_OR_SERIOUS_INJURY,[c]", "TOTAL,31");
        assertThat(rows).filteredOn(row -> row.endsWith(",[c]")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void jsonHasASymbolInPlaceOfACount() {
        assertThat(get("&groupBy=kind")).bodyJson().isLenientlyEqualTo("""
                        {"unit": "cases", "asAt": "2019-01-01", "suppressBelow": 5, "roundTo": 0, "population": {"force": ["%s"]}}""".formatted(force));
        assertThat(get("&groupBy=kind"))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .contains(
                        Map.of("kind", "DEATH_OR_SERIOUS_INJURY", "symbol", "[c]"),
                        Map.of("kind", "TOTAL", "count", 31));
        assertThat(get("&groupBy=kind&totals=false"))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .hasSize(4);
    }

    @Test
    void countsCanBeRoundedInstead() {
        var csv = text(get("&groupBy=kind&roundTo=5&format=csv"));

        assertThat(csv)
                .contains("rounded to the nearest multiple of 5")
                .contains("\r\nCONDUCT,10\r\n", "\r\nCOMPLAINT,10\r\n", "\r\nTOTAL,30\r\n");
    }

    @Test
    void insideTheyCanBeHadAsTheyAre() {
        assertThat(text(get("&groupBy=kind&suppressBelow=0&format=csv")))
                .contains("not for publication", "\r\nDEATH_OR_SERIOUS_INJURY,2\r\n");
    }

    @Test
    void aWorkbookHasRowsByColumnsWithTheSymbol() throws IOException {
        var answer = get("&groupBy=force,kind&columns=kind&format=ods");

        var sheet = new SpreadSheet(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))
                .getSheet("Table");
        var cells = sheet.getDataRange().getValues();
        assertThat(cells[5]).startsWith("Force").endsWith("Total");
        assertThat(cells[6]).contains("[c]");
        assertThat(cells[7][0]).isEqualTo("Total");
    }

    @Test
    void whatWouldTellWhatWasHiddenBeforeIsRefusedWithWhatWouldBeSafe() {
        assertThat(get("&groupBy=kind")).hasStatusOk();

        var refused = get("&groupBy=kind&roundTo=5&format=csv");

        assertThat(refused).hasStatus(409).hasContentType("application/problem+json");
        assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("NOT_PUBLISHABLE");
        List<String> offers = JsonPath.read(text(refused), "$.errors[*].detail");
        assertThat(offers).isNotEmpty().allSatisfy(offer -> {
            var call = offer.substring(offer.indexOf("/api/v1/statistics/export?"));
            assertThat(http.get()
                            .uri(URI.create(call))
                            .with(httpBasic("analyst", "open sesame"))
                            .exchange())
                    .hasStatusOk();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&groupBy=kind&from=2018-01-01&to=2019-06-30&step=YEAR | Counts at several days | 2019-06-30",
                "&groupBy=kind&from=REPORTED&to=CLOSED&clock=CALENDAR | Durations of few | 2019-01-01",
                "&groupBy=kind&asAt2=2018-01-01 | Two counts beside one another | 2019-01-01",
                "&groupBy=kind&per=1000_STAFF | A rate and its headcount | 2019-01-01"
            })
    void whatCannotBeCheckedIsRefusedWithTheReasonAndTheCountsThatCanBe(String more, String why, String day) {
        var refused = get(more + "&format=csv");

        assertThat(refused).hasStatus(409).bodyJson().isLenientlyEqualTo("""
                {"code": "NOT_PUBLISHABLE"}""");
        assertThat(refused).bodyJson().extractingPath("$.detail").asString().startsWith(why);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .startsWith("Publish the counts as at " + day);
    }

    @ParameterizedTest
    @CsvSource({
        "&suppressBelow=1, suppressBelow",
        "&suppressBelow=1000, suppressBelow",
        "&roundTo=2, roundTo",
        "&groupBy=kind&columns=status, columns",
        "&unheardOf=1, unheardOf"
    })
    void whatCannotBeAskedIsNamed(String more, String parameter) {
        assertThat(get(more))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly(parameter);
    }
}
