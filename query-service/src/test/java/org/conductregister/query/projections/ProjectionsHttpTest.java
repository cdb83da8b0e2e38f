package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.Fact;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QueryServiceTest
@Import(ProjectionsHttpTest.OneMoreView.class)
class ProjectionsHttpTest {

    private static final Fact FACT = new InvestigationStarted(LocalDate.of(2012, 3, 4), null);

    @TestConfiguration(proxyBeanMethods = false)
    static class OneMoreView {

        @Bean
        RecordingView view() {
            return new RecordingView(false);
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    RecordingView view;

    @Test
    void aViewThatThrowsStopsInTheOpenWithADeadLetterAndGoesOnOnceMended() throws Exception {
        var theCase = RecordId.of(new CaseId("HTTP-1"));
        view.refuses = entry -> entry.entry().record().equals(theCase);
        var refused = log.add(theCase, FACT).getFirst();
        var waiting = log.add(theCase, FACT).getFirst();
        var other = log.add(RecordId.of(new CaseId("HTTP-2")), FACT).getFirst();
        reach(other.position());

        assertThat(view.positions()).contains(other.position()).doesNotContain(refused.position());
        assertThat(get(""))
                .bodyJson()
                .extractingPath("$[?(@.name == 'view')].deadLetters")
                .isEqualTo(List.of(2));
        assertThat(get("/view/dead-letters")).bodyJson().isLenientlyEqualTo("""
                [{"id": "%s", "position": %d, "record": "case/HTTP-1", "type": "InvestigationStarted",
                  "cause": "java.lang.IllegalStateException: cannot make sense of it"},
                 {"id": "%s", "position": %d, "record": "case/HTTP-1"}]
                """.formatted(
                        refused.entryId(), refused.position(), waiting.entryId(), waiting.position()));

        view.refuses = entry -> false;
        assertThat(post("/view/dead-letters/retry", null))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"name": "view", "deadLetters": 0}\
                    """);
        assertThat(view.positionsOf(theCase)).containsExactly(refused.position(), waiting.position());
    }

    @Test
    void aDeadLetterIsDiscardedForAReasonAndOnce() throws Exception {
        var theCase = RecordId.of(new CaseId("HTTP-3"));
        view.refuses = entry -> entry.entry().record().equals(theCase);
        var refused = log.add(theCase, FACT).getFirst();
        reach(refused.position());
        var discard = "/view/dead-letters/" + refused.entryId() + "/discard";

        assertThat(post(discard, "{}")).satisfies(problem(400, "FIELD_MISSING"));
        assertThat(post(discard, "{\"reason\": \"a test entry\"}")).hasStatusOk();
        assertThat(post(discard, "{\"reason\": \"a test entry\"}")).satisfies(problem(404, "DEAD_LETTER_UNKNOWN"));
        assertThat(post("/view/dead-letters/it/discard", "{\"reason\": \"none\"}"))
                .satisfies(problem(404, "DEAD_LETTER_UNKNOWN"));
        assertThat(get("/view/dead-letters")).bodyText().isEqualTo("[]");
    }

    @Test
    void aRebuildIsAcceptedAndShowsAllOfItAgain() throws Exception {
        view.refuses = entry -> false;
        var last = log.add(RecordId.of(new CaseId("HTTP-4")), FACT, FACT).getLast();
        reach(last.position());
        var before = view.positions();
        var commits = view.commits.size();

        assertThat(post("/view/rebuild", null)).hasStatus(202);
        reach(last.position());

        assertThat(view.commits.size()).isGreaterThan(commits);
        assertThat(view.positions()).containsAll(before);
        await().untilAsserted(() -> assertThat(state("view")).isEqualTo("LIVE"));
    }

    @Test
    void everyViewSaysHowFarItIs() throws Exception {
        var last = log.add(RecordId.of(new CaseId("HTTP-5")), FACT).getLast();
        reach(last.position());

        assertThat(get(""))
                .bodyJson()
                .extractingPath("$[*].name")
                .asArray()
                .contains("casefiles", "view", "statistics");
        assertThat(get(""))
                .bodyJson()
                .extractingPath("$[?(@.name == 'view')]['state', 'position', 'head', 'lag']")
                .asArray()
                .containsExactly(Map.of(
                        "state", "LIVE", "position", (int) last.position(), "head", (int) last.position(), "lag", 0));
    }

    @Test
    void aViewThatThereIsNotIsNotFound() throws Exception {
        assertThat(post("/none/rebuild", null)).satisfies(problem(404, "PROJECTION_UNKNOWN"));
        assertThat(get("/none/dead-letters")).satisfies(problem(404, "PROJECTION_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', auditor, 200",
        "GET, '', admin, 200",
        "GET, '', handler, 403",
        "GET, '', analyst, 403",
        "POST, /view/rebuild, handler, 403",
        "POST, /view/rebuild, analyst, 403",
        "POST, /view/dead-letters/retry, admin, 200",
        "POST, /view/dead-letters/retry, handler, 403"
    })
    void auditorsAndAdministratorsLookAfterTheViews(String method, String path, String user, int status) {
        assertThat(http.method(HttpMethod.valueOf(method))
                        .uri("/api/v1/projections" + path)
                        .with(httpBasic(user, "open sesame")))
                .hasStatus(status);
    }

    @Test
    void theServiceIsUpOnceWhatIsCountedInMemoryHasCaughtUp() {
        assertThat(http.get().uri("/actuator/health")).hasStatusOk();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/v1/projections" + path)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private MvcTestResult post(String path, String body) {
        var request = http.post().uri("/api/v1/projections" + path).with(httpBasic("auditor", "open sesame"));
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    private String state(String view) throws UnsupportedEncodingException {
        List<String> states =
                JsonPath.read(get("").getResponse().getContentAsString(), "$[?(@.name == '" + view + "')].state");
        return states.getFirst();
    }

    private static Consumer<MvcTestResult> problem(int status, String code) {
        return answer -> assertThat(answer)
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private void reach(long position) throws InterruptedException {
        assertThat(view.head().reaches(position, Duration.ofSeconds(20))).isTrue();
    }
}
