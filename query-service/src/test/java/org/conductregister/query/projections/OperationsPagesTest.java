package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.Fact;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.RegisteredUser;
import org.conductregister.platform.users.User;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Dead letters on the pages: hard to come by in a register that runs. */
@QueryServiceTest
@Import(OperationsPagesTest.OneMoreView.class)
class OperationsPagesTest {

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
    void aDeadLetterOfACaseThatNamesTheReaderIsWithheld() throws Exception {
        var theCase = RecordId.of(new CaseId("DEAD-9"));
        view.refuses = entry -> entry.entry().record().equals(theCase);
        var refused = log.add(
                        theCase,
                        new AllegationReported(
                                LocalDate.of(2012, 3, 4),
                                new AllegationId("A1"),
                                new CategoryCode("OTHER"),
                                new OfficerId("DEAD-O9"),
                                null,
                                null,
                                null,
                                null))
                .getFirst();
        assertThat(view.head().reaches(refused.position(), Duration.ofSeconds(20)))
                .isTrue();
        var person = new Person("dead-named", "dead-named", Set.of(Role.ADMIN), Set.of(), new OfficerId("DEAD-O9"));
        var named = user(new RegisteredUser(new User(person, false, "{trial}x", false, Instant.EPOCH, "admin")));

        for (var path : new String[] {"/operations/view/dead-letters", "/api/v1/projections/view/dead-letters"}) {
            assertThat(get(path, "admin")).bodyText().contains("DEAD-9");
            assertThat(http.get().uri(path).with(named))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("DEAD-9", refused.entryId().toString());
        }
        assertThat(http.get().uri("/operations/view/dead-letters").with(named))
                .bodyText()
                .contains("withheld from you")
                .doesNotContain("There are none");
    }

    @Test
    void aDeadLetterIsLookedAtTriedAgainAndDiscardedForAReason() throws Exception {
        var theCase = RecordId.of(new CaseId("DEAD-1"));
        view.refuses = entry -> entry.entry().record().equals(theCase);
        var refused = log.add(theCase, FACT).getFirst();
        var waiting = log.add(theCase, FACT).getFirst();
        assertThat(view.head().reaches(waiting.position(), Duration.ofSeconds(20)))
                .isTrue();

        assertThat(get("/operations/view/dead-letters", "admin"))
                .hasStatusOk()
                .bodyText()
                .contains("could not take in 2 entries", "cannot make sense of it", "case/DEAD-1")
                .contains("It waits for an earlier one of its record.");
        assertThat(post("/operations/view/dead-letters/retry")).hasStatus(302);
        assertThat(get("/operations/view/dead-letters?done=retried", "admin"))
                .bodyText()
                .contains("Tried again", "could not take in 2 entries");

        var discard = "/operations/view/dead-letters/" + refused.entryId() + "/discard";
        assertThat(post(discard).param("reason", " "))
                .hasStatusOk()
                .bodyText()
                .contains("There is a problem", "Say why the entry may be left out");
        assertThat(post(discard).param("reason", "a \n test"))
                .hasStatus(302)
                .hasHeader("Location", "/operations/view/dead-letters?done=discarded");
        assertThat(post(discard).param("reason", "again")).hasStatus(404);
        assertThat(get("/operations/view/dead-letters", "admin"))
                .bodyText()
                .contains("could not take in 1 entry")
                .doesNotContain(refused.entryId());
        view.refuses = entry -> false;
        assertThat(post("/operations/view/dead-letters/retry")).hasStatus(302);
        assertThat(get("/operations/view/dead-letters", "admin")).bodyText().contains("There are none");
    }

    @Test
    void anAuditorLooksAtDeadLettersAndIsOfferedNothingElse() {
        assertThat(get("/operations/view/dead-letters", "auditor"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Try them again", "Discard");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /operations/view/rebuild, auditor, 302",
        "POST, /operations/view/rebuild, handler, 403",
        "POST, /operations/none/rebuild, admin, 404",
        "POST, /operations/view/dead-letters/retry, auditor, 403",
        "GET, /operations, auditor, 200",
        "GET, /operations/projections, admin, 200",
        "GET, /operations, analyst, 403"
    })
    void whoMayDoWhat(String method, String path, String user, int status) {
        assertThat(http.method(HttpMethod.valueOf(method)).uri(path).with(httpBasic(user, "open sesame")))
                .hasStatus(status);
    }

    private MockMvcRequestBuilder get(String path, String user) {
        return http.get().uri(path).with(httpBasic(user, "open sesame"));
    }

    private MockMvcRequestBuilder post(String path) {
        return http.post().uri(path).with(httpBasic("admin", "open sesame"));
    }
}
