package org.conductregister.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Base64;
import org.conductregister.web.sessions.SessionCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = PermissiveApplication.class)
@AutoConfigureMockMvc
class SignInTest {

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @CsvSource({"/, /sign-in", "/cases?force=LANCASHIRE&page=2, /sign-in?to=%2Fcases%3Fforce%3DLANCASHIRE%26page%3D2"})
    void aBrowserThatAsksForAPageIsSentToSignIn(String asked, String sentTo) {
        assertThat(http.get().uri(asked).accept("text/html,application/xhtml+xml,*/*;q=0.8"))
                .hasStatus(302)
                .hasHeader("Location", sentTo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cases", "/api/v1/statistics"})
    void whoeverAsksTheApiIsRefused(String path) {
        assertThat(http.get().uri(path).accept("text/html"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Basic realm=\"Conduct Register\", charset=\"UTF-8\"");
    }

    @Test
    void aScriptOfAPageIsRefusedWithoutTheBrowserAskingForAPassword() {
        assertThat(http.get().uri("/api/v1/statistics").header("Sec-Fetch-Mode", "cors"))
                .hasStatus(401)
                .doesNotContainHeader("WWW-Authenticate");
    }

    @Test
    void whoSignsInGoesOnToWhatWasAskedForAndStaysSignedIn() {
        var answer = signIn("handler", "open sesame", "/cases?page=2");

        assertThat(answer).hasStatus(302).hasHeader("Location", "/cases?page=2");
        var cookie = answer.getResponse().getHeader("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Max-Age", "handler");
        assertThat(http.get().uri("/cases").cookie(signedIn(answer))).hasStatusOk();
        assertThat(http.get().uri("/audit").cookie(signedIn(answer))).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "cases"})
    void signingInLeadsNowhereElse(String to) {
        assertThat(signIn("handler", "open sesame", to)).hasStatus(302).hasHeader("Location", "/");
    }

    @Test
    void aWrongPasswordIsToldAndNobodyIsSignedIn() {
        assertThat(signIn("handler", "open sesam", "/cases"))
                .hasStatus(302)
                .hasHeader("Location", "/sign-in?failed&to=%2Fcases")
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void aCookieThatWasTamperedWithIsNobodys() {
        var value = signedIn(signIn("handler", "open sesame", "/")).getValue();
        var auditor = Base64.getUrlEncoder().withoutPadding().encodeToString("auditor".getBytes(UTF_8));
        var forged = auditor + value.substring(value.indexOf('.'));

        for (var each : new String[] {forged, value + "A", value.replace('.', ','), "", "a.b.c", "..", value + "."}) {
            assertThat(http.get().uri("/cases").cookie(new Cookie(SessionCookie.NAME, each)))
                    .as(each)
                    .hasStatus(401);
        }
    }

    @Test
    void whatAPageSendsNeedsItsTokenAndWhatAProgramSendsDoesNot() {
        var cookie = signedIn(signIn("handler", "open sesame", "/"));

        assertThat(http.post().uri("/report").cookie(cookie)).hasStatus(403);
        assertThat(http.post().uri("/report").cookie(cookie).with(csrf())).hasStatusOk();
        assertThat(http.post().uri("/api/v1/cases/C1/entries").cookie(cookie)).hasStatus(403);
        assertThat(http.post().uri("/api/v1/cases/C1/entries").with(httpBasic("handler", "open sesame")))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign%2Din", "/%73ign-in"})
    void signingInNeedsTheTokenOfItsPageSoThatNobodyIsSignedInAsAnother(String address) {
        assertThat(http.post()
                        .uri(URI.create(address))
                        .param("username", "handler")
                        .param("password", "open sesame"))
                .hasStatus(403)
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void whoSignsOutIsNobodyAgain() {
        var cookie = signedIn(signIn("handler", "open sesame", "/"));

        assertThat(http.post().uri("/sign-out").cookie(cookie)).hasStatus(403);
        assertThat(http.post().uri("/sign-out").cookie(cookie).with(csrf()))
                .hasStatus(302)
                .hasHeader("Location", "/sign-in?left")
                .headers()
                .hasHeaderSatisfying(
                        "Set-Cookie",
                        cookies -> assertThat(cookies)
                                .anySatisfy(each -> assertThat(each).startsWith(SessionCookie.NAME + "=; ")));
    }

    @Test
    void aBrowserForgetsWhatItKeptWhenItsUserSignsOut() {
        var cookie = signedIn(signIn("handler", "open sesame", "/"));

        assertThat(http.post().uri("/sign-out").secure(true).cookie(cookie).with(csrf()))
                .hasStatus(302)
                .hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private MvcTestResult signIn(String user, String password, String to) {
        return http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", user)
                .param("password", password)
                .param("to", to)
                .exchange();
    }

    private static Cookie signedIn(MvcTestResult answer) {
        var cookie = answer.getResponse().getCookie(SessionCookie.NAME);
        assertThat(cookie).isNotNull();
        return cookie;
    }
}
