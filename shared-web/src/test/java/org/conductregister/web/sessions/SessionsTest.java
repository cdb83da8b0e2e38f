package org.conductregister.web.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.conductregister.platform.MovingClock;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.UserChange;
import org.conductregister.platform.users.Users;
import org.conductregister.web.access.PermissiveApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sessions as a browser meets them: begun, kept alive, warned of, and ended. */
@SpringBootTest(
        classes = PermissiveApplication.class,
        properties = "register.users-file=target/sessions-${random.uuid}.json")
@AutoConfigureMockMvc
@Import(SessionsTest.Times.class)
class SessionsTest {

    private static final String PASSWORD = "four words without order";
    private static final String BROWSER = "text/html";

    @TestConfiguration(proxyBeanMethods = false)
    static class Times {

        @Bean
        MovingClock clock() {
            return MovingClock.at("2026-03-02T09:00:00Z");
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    Clock clock;

    @Autowired
    Users users;

    @Autowired
    Sessions sessions;

    @BeforeEach
    void jane() {
        put(false, Role.HANDLER);
        pass(Duration.ofSeconds(1));
    }

    @Test
    void aCopyOfTheCookieEndsWithTheSessionWhenItsUserSignsOut() {
        var cookie = signIn();
        var stolen = (Cookie) cookie.clone();

        assertThat(http.post().uri("/sign-out").cookie(cookie).with(csrf())).hasStatus(302);

        assertIsSignedOut(stolen);
    }

    @Test
    void aSessionThatIsNotUsedEndsAfterHalfAnHour() {
        var cookie = signIn();
        pass(Duration.ofMinutes(29));
        assertIsSignedIn(cookie);
        pass(Duration.ofMinutes(1));
        assertIsSignedOut(cookie);
    }

    @Test
    void aSessionThatIsUsedGoesOnAndEndsAfterTwelveHours() {
        var cookie = signIn();
        for (int i = 0; i < 35; i++) {
            pass(Duration.ofMinutes(20));
            cookie = renewed(http.get().uri("/cases").cookie(cookie).exchange());
        }
        pass(Duration.ofMinutes(19));
        assertIsSignedIn(cookie);
        pass(Duration.ofMinutes(1));
        assertIsSignedOut(cookie);
    }

    @Test
    void whatAPageAsksForByItselfDoesNotKeepASessionAlive() {
        var cookie = signIn();
        pass(Duration.ofMinutes(10));

        assertThat(http.get().uri("/imports").cookie(cookie).header("HX-Request", "true"))
                .doesNotContainHeader("Set-Cookie");
        assertThat(http.get().uri("/session").cookie(cookie)).doesNotContainHeader("Set-Cookie");
        assertThat(http.get().uri("/cases").cookie(cookie)).containsHeader("Set-Cookie");
    }

    @Test
    void thePageIsToldHowLongItsSessionLastsAndCanKeepItAlive() {
        var cookie = signIn();
        pass(Duration.ofMinutes(10));

        assertThat(http.get().uri("/session").cookie(cookie))
                .bodyJson()
                .isStrictlyEqualTo("{\"secondsLeft\":1200,\"secondsAtMost\":42600,\"warning\":300}");
        var stayed = http.post().uri("/session").cookie(cookie).with(csrf()).exchange();
        assertThat(stayed)
                .bodyJson()
                .isStrictlyEqualTo("{\"secondsLeft\":1800,\"secondsAtMost\":42600,\"warning\":300}");
        pass(Duration.ofMinutes(25));
        assertIsSignedIn(renewed(stayed));
        assertThat(http.get().uri("/session"))
                .bodyJson()
                .isStrictlyEqualTo("{\"secondsLeft\":0,\"secondsAtMost\":0,\"warning\":0}");
    }

    @Test
    void nobodyMovesTheTimeOfLastUseInTheCookie() {
        var parts = signIn().getValue().split("\\.");
        pass(Duration.ofMinutes(40));
        var later = parts[0] + "." + clock.millis() + "." + parts[2];

        assertIsSignedOut(new Cookie(SessionCookie.NAME, later));
    }

    @Test
    void signingInGivesANewSessionWhateverTheBrowserHadBefore() {
        var planted = signIn();
        var answer = http.post()
                .uri("/sign-in")
                .cookie(planted)
                .with(csrf())
                .param("username", "jane")
                .param("password", PASSWORD)
                .exchange();

        var own = renewed(answer);
        assertThat(own.getValue().split("\\.")[0])
                .isNotEqualTo(planted.getValue().split("\\.")[0]);
        assertIsSignedIn(own);
        assertIsSignedOut(planted);
    }

    @Test
    void aDisabledUserIsSignedOutAndStaysSoWhenEnabledAgain() {
        var cookie = signIn();
        put(true, Role.HANDLER);
        assertIsSignedOut(cookie);
        pass(Duration.ofSeconds(1));
        put(false, Role.HANDLER);
        assertIsSignedOut(cookie);
    }

    @Test
    void aChangedRoleEndsTheSessions() {
        var cookie = signIn();
        pass(Duration.ofSeconds(1));
        put(false, Role.HANDLER, Role.ANALYST);
        assertIsSignedOut(cookie);
    }

    @Test
    void aChangedPasswordEndsTheSessions() {
        var cookie = signIn();
        users.changePassword("jane", PASSWORD, "other words of some length");
        assertIsSignedOut(cookie);
    }

    @Test
    void signingOutEverywhereEndsEverySessionOfThatUserAlone() {
        var one = signIn();
        var other = signIn();
        var trial = signIn("auditor", "open sesame");

        pass(Duration.ofSeconds(1));
        sessions.endAllOf("jane");

        assertIsSignedOut(one);
        assertIsSignedOut(other);
        assertThat(http.get().uri("/cases").cookie(trial)).hasStatusOk();
        pass(Duration.ofSeconds(1));
        assertIsSignedIn(signIn());
    }

    @Test
    void credentialsSentWithACallMakeNoSession() {
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic("jane", PASSWORD)))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void whoseSessionEndedIsToldWhyWhenSigningInAgain() {
        var cookie = signIn();
        pass(Duration.ofMinutes(31));

        assertThat(http.get().uri("/cases?page=2").accept(BROWSER).cookie(cookie))
                .hasStatus(302)
                .hasHeader("Location", "/sign-in?to=%2Fcases%3Fpage%3D2&ended=IDLE");
        assertThat(http.get().uri("/sign-in?ended=IDLE").accept(BROWSER))
                .bodyText()
                .contains("You were signed out because nothing was done here for 30 minutes.");
    }

    private void put(boolean disabled, Role... roles) {
        users.put(
                new UserChange(new Person("jane", "Jane Doe", Set.of(roles), Set.of(), null), disabled, PASSWORD),
                "admin");
    }

    private void pass(Duration duration) {
        ((MovingClock) clock).pass(duration);
    }

    private Cookie signIn() {
        return signIn("jane", PASSWORD);
    }

    private Cookie signIn(String user, String password) {
        return renewed(http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", user)
                .param("password", password)
                .exchange());
    }

    private static Cookie renewed(MvcTestResult answer) {
        var cookie = answer.getResponse().getCookie(SessionCookie.NAME);
        assertThat(cookie).isNotNull();
        assertThat(cookie.getValue()).isNotEmpty();
        return cookie;
    }

    private void assertIsSignedIn(Cookie cookie) {
        assertThat(http.get().uri("/cases").cookie(cookie)).hasStatusOk();
    }

    private void assertIsSignedOut(Cookie cookie) {
        assertThat(http.get().uri("/cases").cookie(cookie)).hasStatus(401);
    }
}
