package org.conductregister.query.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever is about to publish a table sees what is hidden in it and why, or what could be published instead. */
@QueryServiceTest
class ForPublicationPageTest {

    private static int forces;

    private final String force = "PREVIEWED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    @BeforeEach
    void casesOfThreeKinds() {
        last = new CasesOfKinds(log, force)
                .opened(CaseKind.CONDUCT, 12)
                .opened(CaseKind.COMPLAINT, 9)
                .opened(CaseKind.DEATH_OR_SERIOUS_INJURY, 2)
                .last();
    }

    private String page(String more) throws UnsupportedEncodingException {
        var result = http.get()
                .uri("/statistics/for-publication?unit=cases&asAt=2019-01-01&force=%s&atLeast=%d%s"
                        .formatted(force, last, more))
                .with(httpBasic("analyst", "open sesame"))
                .exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString().replaceAll("\\s+", " ");
    }

    @Test
    void saysWhatIsHiddenAndWhy() throws UnsupportedEncodingException {
        assertThat(page("&groupBy=kind"))
                .contains("What is hidden, and why")
                .contains("1 are hidden because they are small, and 1 more because the small ones could be worked out")
                .contains("Counts below 5 are hidden")
                .contains("[c]")
                .contains("/api/v1/statistics/export?");
    }

    @Test
    void saysThatExactCountsAreNotForPublication() throws UnsupportedEncodingException {
        assertThat(page("&groupBy=kind&suppressBelow=0"))
                .contains("do not publish them")
                .doesNotContain("<td class=\"govuk-table__cell\">[c]");
    }

    @Test
    void offersWhatCouldBePublishedInstead() throws UnsupportedEncodingException {
        http.get()
                .uri("/api/v1/statistics/export?unit=cases&asAt=2019-01-01&force=%s&atLeast=%d&groupBy=kind"
                        .formatted(force, last))
                .with(httpBasic("analyst", "open sesame"))
                .exchange();

        assertThat(page("&groupBy=kind&roundTo=5"))
                .contains("This table cannot be published")
                .contains("What could be published instead")
                .contains("/statistics/for-publication?unit=cases");
    }
}
