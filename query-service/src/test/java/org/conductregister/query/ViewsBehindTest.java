package org.conductregister.query;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.conductregister.eventstore.EventLog;
import org.conductregister.query.pointintime.LogEnd;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** While views have not read what was recorded, every read says so; none answers that something is not there, or too little. */
@QueryServiceTest
@Import(ViewsBehindTest.FurtherLog.class)
class ViewsBehindTest {

    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);

    /** These read no view: the log itself, the state of the views, words, and what is kept beside the log. */
    private static final Set<String> WITHOUT_VIEWS = Set.of(
            "/api/v1/events",
            "/api/v1/projections",
            "/api/v1/projections/{name}/dead-letters",
            "/audit",
            "/help",
            "/operations",
            "/operations/projections",
            "/operations/{name}/dead-letters",
            "/statistics/views",
            "/statistics/views/{name}");

    /** The access log lies apart from the log, and the proof is of the log itself. */
    private static final Set<String> PACKAGES_WITHOUT_VIEWS =
            Set.of("org.conductregister.query.accesslog", "org.conductregister.query.integrity");

    /** The parameters of calls that have no answer without them. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            entry("/api/v1/statistics", "unit=cases"),
            entry("/api/v1/statistics/series", "unit=cases&from=2020-01-01&to=2020-02-01&step=MONTH"),
            entry("/api/v1/statistics/compare", "unit=cases&asAt=2020-01-01&asAt2=2020-02-01"),
            entry("/api/v1/statistics/members", "unit=cases"),
            entry("/api/v1/statistics/durations", "unit=cases&from=REPORTED&to=CLOSED"),
            entry("/api/v1/statistics/durations/members", "unit=cases&from=REPORTED&to=CLOSED&part=ENDED"),
            entry("/api/v1/statistics/flows", "unit=cases&from=2020-01-01&to=2020-02-01&step=MONTH"),
            entry("/api/v1/statistics/flows/members", "unit=cases&from=2020-01-01&to=2020-02-01&flow=RECEIVED"),
            entry("/api/v1/statistics/export", "unit=cases"),
            entry("/statistics/for-publication", "unit=cases"),
            entry("/api/v1/search", "q=nobody"),
            entry("/search", "q=nobody"),
            entry("/search/suggestions", "q=nobody"),
            entry("/audit/known", "caseId=C1&knownAt=2999-01-01"),
            entry("/audit/compare", "unit=cases&knownAt=2020-01-01"));

    /** The log ends further than any view has come. */
    @TestConfiguration(proxyBeanMethods = false)
    static class FurtherLog {

        @Bean
        @Primary
        LogEnd furtherEnd(EventLog log) {
            return () -> log.lastPosition() + 1_000;
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyReadOfAViewIsRefusedUntilTheViewHasCaughtUp() {
        var answers = askAll(MediaType.APPLICATION_JSON);

        assertThat(answers).hasSizeGreaterThan(20).allSatisfy((path, answer) -> {
            assertThat(answer)
                    .as(path)
                    .hasStatus(503)
                    .headers()
                    .hasHeaderSatisfying(
                            "Retry-After",
                            seconds -> assertThat(seconds)
                                    .singleElement()
                                    .asString()
                                    .matches("[1-9]\\d{0,2}"));
        });
    }

    @Test
    void aFaultIsSaidWithoutACodeThatCannotBeLookedUpYet() {
        assertThat(http.get()
                        .uri("/api/v1/statistics?unit=cases&groupBy=colour&force=ON_ITS_WAY")
                        .with(httpBasic("auditor", "open sesame")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly("groupBy");
    }

    @Test
    void aPageSaysHowLongItTakesAndLooksAgainByItself() throws Exception {
        var page = ask("/cases", MediaType.TEXT_HTML);

        assertThat(page).hasStatus(503).hasHeader("Retry-After", "5");
        assertThat(page.getResponse().getContentAsString())
                .contains("The register is reading")
                .containsPattern("<span[^>]*data-seconds-left[^>]*>5</span>")
                .contains("/assets/waiting-");
    }

    private Map<String, MvcTestResult> askAll(MediaType accept) {
        var asked = reads().stream()
                .collect(toMap(path -> path, path -> CompletableFuture.supplyAsync(() -> ask(path, accept), AT_ONCE)));
        return asked.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, answer -> answer.getValue().join()));
    }

    private Set<String> reads() {
        var reads = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var owner = handler.getBeanType().getPackageName();
            boolean isOurs = owner.startsWith("org.conductregister.query") && !PACKAGES_WITHOUT_VIEWS.contains(owner);
            if (isOurs && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                reads.addAll(mapping.getPatternValues());
            }
        });
        assertThat(reads).containsAll(WITHOUT_VIEWS);
        reads.removeAll(WITHOUT_VIEWS);
        return reads;
    }

    private MvcTestResult ask(String pattern, MediaType accept) {
        var path = pattern.replaceAll("\\{[^}]*}", "X1");
        return http.get()
                .uri(path + "?" + PARAMETERS.getOrDefault(pattern, ""))
                .accept(pattern.startsWith("/api/") ? accept : MediaType.TEXT_HTML)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }
}
