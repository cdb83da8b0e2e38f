package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conductregister.web.accesslog.AccessEntry;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.conductregister.web.accesslog.AccessLog;
import org.conductregister.web.accesslog.AccessQuery;
import org.conductregister.web.sessions.SessionCookie;
import org.conductregister.web.sessions.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Tests that the chain of filters keeps who looked, who was refused, and who failed to sign in. */
@SpringBootTest(classes = PermissiveApplication.class)
@AutoConfigureMockMvc
class LooksAreKeptTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    AccessLog log;

    @Autowired
    Sessions sessions;

    @Autowired
    SignInThrottle throttle;

    private long before;

    @BeforeEach
    void mark() {
        assertThat(log.await(Duration.ofMinutes(1))).isTrue();
        var latest = log.latest(AccessQuery.EVERYTHING, Long.MAX_VALUE, 1);
        before = latest.isEmpty() ? 0 : latest.getFirst().id();
    }

    private List<AccessEntry> kept() {
        assertThat(log.await(Duration.ofMinutes(1))).isTrue();
        var entries = new ArrayList<AccessEntry>();
        log.forEach(AccessQuery.EVERYTHING, each -> {
            if (each.id() > before && each.entry().action() != Action.STARTED) {
                entries.add(each.entry());
            }
        });
        return entries;
    }

    @Test
    void aLookIsKeptWithWhoAndWhatAndFromWhere() {
        assertThat(http.get()
                        .uri("/cases/LAN-1?asAt=2020-01-01&q=Smith")
                        .header("X-Correlation-Id", "call-7")
                        .with(httpBasic("handler", "open sesame")))
                .hasStatusOk();

        assertThat(kept()).singleElement().satisfies(entry -> {
            assertThat(entry.user()).isEqualTo("handler");
            assertThat(entry.action()).isEqualTo(Action.OPENED);
            assertThat(entry.record()).isEqualTo("case/LAN-1");
            assertThat(entry.path()).isEqualTo("/cases/LAN-1");
            assertThat(entry.asked()).isEqualTo("asAt=2020-01-01");
            assertThat(entry.status()).isEqualTo(200);
            assertThat(entry.address()).isEqualTo("127.0.0.1");
            assertThat(entry.correlationId()).isEqualTo("call-7");
        });
    }

    /** The same case by another spelling of its address. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/c%61ses/LAN-1", "/api/v1/cases/LAN%2D1", "/%61pi/v1/cases/%4C%41N-1", "/cases/L%41N-1"})
    void aLookIsKeptHoweverTheAddressIsEncoded(String address) {
        assertThat(http.get().uri(URI.create(address)).with(httpBasic("handler", "open sesame")))
                .hasStatusOk();

        assertThat(kept()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.OPENED);
            assertThat(entry.record()).isEqualTo("case/LAN-1");
            assertThat(entry.path()).endsWith("/cases/LAN-1");
        });
    }

    @Test
    void aSearchIsKeptHoweverItsAddressIsEncoded() {
        assertThat(http.get().uri(URI.create("/s%65arch?q=Smith")).with(httpBasic("handler", "open sesame")))
                .hasStatusOk();

        assertThat(kept()).extracting(AccessEntry::action).containsExactly(Action.SEARCHED);
    }

    /** Whoever sends a form without its fields is shown it again, with what is known of the record. */
    @Test
    void aFormThatIsShownAgainIsALookAtItsRecord() {
        assertThat(http.post()
                        .uri("/cases/LAN-1/log/NoteAdded")
                        .accept(MediaType.TEXT_HTML)
                        .with(httpBasic("handler", "open sesame")))
                .hasStatusOk();

        assertThat(kept())
                .extracting(AccessEntry::action, AccessEntry::record, AccessEntry::method)
                .containsExactly(tuple(Action.OPENED, "case/LAN-1", "POST"));
    }

    @Test
    void whoeverIsRefusedIsKept() {
        assertThat(http.get().uri("/api/v1/cases/LAN-1").with(httpBasic("analyst", "open sesame")))
                .hasStatus(403);
        assertThat(http.post().uri("/api/v1/cases/LAN-1/entries").with(httpBasic("auditor", "open sesame")))
                .hasStatus(403);

        assertThat(kept())
                .extracting(AccessEntry::user, AccessEntry::action, AccessEntry::record, AccessEntry::status)
                .containsExactly(
                        tuple("analyst", Action.REFUSED, "case/LAN-1", 403),
                        tuple("auditor", Action.REFUSED, "case/LAN-1", 403));
    }

    @Test
    void wrongPasswordsAreKeptAndNoNameThatNobodyHas() {
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic("handler", "wrong")))
                .hasStatus(401);
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic("correct horse battery", "x")))
                .hasStatus(401);
        assertThat(signIn("handler", "wrong").getResponse().getHeader("Location"))
                .contains("failed");
        assertThat(http.get().uri("/api/v1/cases")).hasStatus(401);

        assertThat(kept())
                .extracting(AccessEntry::action)
                .containsExactly(Action.SIGN_IN_FAILED, Action.SIGN_IN_FAILED, Action.SIGN_IN_FAILED);
        assertThat(kept()).extracting(AccessEntry::user).containsExactly("handler", "", "handler");
        assertThat(kept()).allSatisfy(entry -> assertThat(entry.address()).isEqualTo("127.0.0.1"));
        assertThat(kept().toString()).doesNotContain("horse");
    }

    @Test
    void signingInAndOutIsKept() {
        var cookie = signIn("handler", "open sesame").getResponse().getCookie(SessionCookie.NAME);
        http.post().uri("/sign-out").cookie(cookie).with(csrf()).exchange();

        assertThat(kept())
                .extracting(AccessEntry::user, AccessEntry::action)
                .containsExactly(tuple("handler", Action.SIGNED_IN), tuple("handler", Action.SIGNED_OUT));
    }

    @Test
    void anAttemptThatIsToldToWaitIsKeptOnceForEachWait() {
        for (int i = 0; i < 9; i++) {
            http.get()
                    .uri("/api/v1/cases")
                    .with(httpBasic("slowed", "guess " + i))
                    .exchange();
        }

        var actions = kept().stream().map(AccessEntry::action).toList();
        assertThat(actions.subList(0, 6))
                .containsExactly(
                        Action.SIGN_IN_FAILED,
                        Action.SIGN_IN_FAILED,
                        Action.SIGN_IN_FAILED,
                        Action.SIGN_IN_FAILED,
                        Action.SIGN_IN_FAILED,
                        Action.SIGN_IN_SLOWED);
        // Where this takes longer than the wait, another guess is looked at, and another wait told
        assertThat(Collections.frequency(actions, Action.SIGN_IN_SLOWED))
                .isLessThanOrEqualTo(Collections.frequency(actions, Action.SIGN_IN_FAILED) - 4);
        assertThat(kept()).allSatisfy(entry -> assertThat(entry.address()).isEqualTo("127.0.0.1"));
    }

    /** Else a name a millisecond would fill the log, once the address has to wait. */
    @Test
    void thatAnAddressHasToWaitIsKeptOnceWhateverNamesAreTriedFromIt() {
        for (int i = 1; i < SignInThrottle.FREE_FOR_AN_ADDRESS; i++) {
            throttle.failed("earlier" + i, "198.51.100.7");
        }
        for (int i = 0; i < 20; i++) {
            http.get()
                    .uri("/api/v1/cases")
                    .with(httpBasic("name" + i, "guess"))
                    .with(from("198.51.100.7"))
                    .exchange();
        }

        var actions = kept().stream().map(AccessEntry::action).toList();
        assertThat(actions).startsWith(Action.SIGN_IN_FAILED, Action.SIGN_IN_SLOWED);
        // Where this takes longer than the wait, another name is looked at, and another wait told
        assertThat(Collections.frequency(actions, Action.SIGN_IN_SLOWED))
                .isLessThanOrEqualTo(Collections.frequency(actions, Action.SIGN_IN_FAILED));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void aSessionThatWasEndedElsewhereIsKeptOnceWhenItsCookieIsUsedAgain() {
        var cookie = signIn("handler", "open sesame").getResponse().getCookie(SessionCookie.NAME);
        sessions.endAllOf("handler");
        for (int i = 0; i < 3; i++) {
            assertThat(http.get().uri("/help").cookie(cookie)).hasStatus(401);
        }

        assertThat(kept())
                .extracting(AccessEntry::user, AccessEntry::action, AccessEntry::address)
                .containsExactly(
                        tuple("handler", Action.SIGNED_IN, "127.0.0.1"),
                        tuple("handler", Action.SESSION_ENDED, "127.0.0.1"));
    }

    @Test
    void countsAreNoLooks() {
        assertThat(http.get().uri("/api/v1/statistics").with(httpBasic("analyst", "open sesame")))
                .hasStatusOk();
        assertThat(http.get().uri("/help").with(httpBasic("analyst", "open sesame")))
                .hasStatusOk();

        assertThat(kept()).isEmpty();
    }

    private MvcTestResult signIn(String user, String password) {
        return http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", user)
                .param("password", password)
                .exchange();
    }
}
