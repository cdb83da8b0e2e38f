package org.conductregister.web.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.conductregister.platform.MovingClock;
import org.conductregister.web.access.PermissiveApplication;
import org.conductregister.web.sessions.SessionCookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Forms whose answer is a page, and forms whose session had ended. */
@SpringBootTest(classes = PermissiveApplication.class)
@AutoConfigureMockMvc
@Import(PostedFormsTest.Forms.class)
class PostedFormsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @TestConfiguration(proxyBeanMethods = false)
    static class Forms {

        @Bean
        MovingClock clock() {
            return MovingClock.at("2026-03-02T09:00:00Z");
        }

        @Bean
        FormController formController() {
            return new FormController();
        }
    }

    @Controller
    static class FormController {

        @GetMapping("/report")
        @ResponseBody
        ResponseEntity<String> form(@Prefilled MultiValueMap<String, String> values) {
            return html(200, "The form with " + values.getOrDefault("text", List.of()));
        }

        @PostMapping("/report")
        @ResponseBody
        ResponseEntity<String> sent(@RequestParam String text) {
            return html(text.equals("down") ? 503 : 400, "Refused: " + text);
        }

        private static ResponseEntity<String> html(int status, String text) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.TEXT_HTML)
                    .body(text);
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    Clock clock;

    @Test
    void thePageThatAnswersAFormStandsAtAnAddressOfItsOwn() {
        var cookie = signIn("handler");

        var answer = post(cookie, "/report", "nonsense");

        assertThat(answer).hasStatus(303);
        var page = answer.getResponse().getHeader("Location");
        assertThat(page).startsWith("/report?answer=");
        assertThat(http.get().uri(page).accept(BROWSER).cookie(cookie))
                .hasStatus(400)
                .bodyText()
                .isEqualTo("Refused: nonsense");
    }

    @Test
    void itIsShownToItsUserAloneAndNotForEver() {
        var page = post(signIn("handler"), "/report", "nonsense").getResponse().getHeader("Location");
        var admin = signIn("admin");

        assertThat(http.get().uri(page).accept(BROWSER).cookie(admin))
                .hasStatus(302)
                .hasHeader("Location", "/report");
    }

    @Test
    void anAnswerThatTellsToTryAgainIsLeftAsItIs() {
        assertThat(post(signIn("handler"), "/report", "down"))
                .hasStatus(503)
                .bodyText()
                .isEqualTo("Refused: down");
    }

    @Test
    void whatWasTypedWhenTheSessionHadEndedIsShownAgainInItsForm() {
        var cookie = signIn("handler");
        pass(Duration.ofMinutes(31));

        var answer = post(cookie, "/report", "typed for an hour");

        assertThat(answer).hasStatus(302);
        var signIn = answer.getResponse().getHeader("Location");
        assertThat(signIn).startsWith("/sign-in?kept&ended=IDLE&to=%2Freport%3Ftyped%3D");
        var form = URLDecoder.decode(signIn.substring(signIn.indexOf("to=") + 3), StandardCharsets.UTF_8);
        assertThat(http.get().uri(form).accept(BROWSER).cookie(signIn("handler")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("The form with [typed for an hour]");
        assertThat(http.get().uri(form).accept(BROWSER).cookie(signIn("admin"))).hasStatus(403);
    }

    @Test
    void whereAFormCannotBeFilledInWhatWasTypedIsListedToBeSentNow() {
        var cookie = signIn("handler");
        pass(Duration.ofMinutes(31));

        var signIn = post(cookie, "/cases/C1/duplicate", "the <same> case")
                .getResponse()
                .getHeader("Location");

        var form = URLDecoder.decode(signIn.substring(signIn.indexOf("to=") + 3), StandardCharsets.UTF_8);
        assertThat(http.get().uri(form).accept(BROWSER).cookie(signIn("handler")))
                .hasStatusOk()
                .bodyText()
                .contains("What you typed is kept", "the &lt;same&gt; case", "action=\"/cases/C1/duplicate\"", "_csrf");
    }

    @Test
    void aFormWithTheTokenOfAnEarlierSessionIsKeptToo() {
        var cookie = signIn("handler");

        assertThat(http.post()
                        .uri("/report")
                        .accept(BROWSER)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header("Origin", "http://localhost")
                        .header("Host", "localhost")
                        .cookie(cookie)
                        .param("text", "typed")
                        .with(csrf().useInvalidToken()))
                .hasStatus(302)
                .headers()
                .hasHeaderSatisfying("Location", to -> assertThat(to.getFirst()).startsWith("/report?typed="));
        assertThat(http.post()
                        .uri("/report")
                        .accept(BROWSER)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header("Origin", "http://elsewhere.example")
                        .header("Host", "localhost")
                        .cookie(cookie)
                        .param("text", "typed")
                        .with(csrf().useInvalidToken()))
                .hasStatus(303)
                .headers()
                .hasHeaderSatisfying("Location", to -> assertThat(to.getFirst()).startsWith("/report?answer="));
    }

    @Test
    void passwordsAreNotKept() {
        var cookie = signIn("handler");
        pass(Duration.ofMinutes(31));

        assertThat(post(cookie, "/account", "a password")).hasStatus(302).hasHeader("Location", "/sign-in?ended=IDLE");
    }

    private MvcTestResult post(Cookie cookie, String path, String text) {
        return http.post()
                .uri(path)
                .accept(BROWSER)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .cookie(cookie)
                .with(csrf())
                .param("text", text)
                .exchange();
    }

    private Cookie signIn(String user) {
        var cookie = http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", user)
                .param("password", "open sesame")
                .exchange()
                .getResponse()
                .getCookie(SessionCookie.NAME);
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private void pass(Duration duration) {
        ((MovingClock) clock).pass(duration);
    }
}
