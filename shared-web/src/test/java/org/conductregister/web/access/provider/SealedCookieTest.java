package org.conductregister.web.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SealedCookieTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String NAME = "__Secure-a-name";

    @Test
    void whatIsWrittenIsReadAndItsBrowserCannotReadIt() {
        var sent = write(cookie("a-name", "a secret", NOW), "state");

        assertThat(sent.getValue()).doesNotContain("state");
        assertThat(sent.isHttpOnly()).isTrue();
        assertThat(sent.getSecure()).isTrue();
        assertThat(sent.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(sent.getPath()).isEqualTo("/sign-in");
        assertThat(read(cookie("a-name", "a secret", NOW), sent.getValue())).contains("state");
    }

    @Test
    void oneThatWasChangedIsNone() {
        var value = write(cookie("a-name", "a secret", NOW), "state").getValue();

        for (int i = 0; i < value.length() - 1; i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(read(cookie("a-name", "a secret", NOW), value.substring(0, i) + other + value.substring(i + 1)))
                    .as("changed at %d", i)
                    .isEmpty();
        }
        for (var no : new String[] {"", "A", "====", "é", value.substring(0, 20)}) {
            assertThat(read(cookie("a-name", "a secret", NOW), no)).as(no).isEmpty();
        }
    }

    @Test
    void itIsForOnePurposeUnderOneSecretForItsTime() {
        var value = write(cookie("a-name", "a secret", NOW), "state").getValue();

        assertThat(read(cookie("a-name", "another", NOW), value)).isEmpty();
        assertThat(read(cookie("a-name", "a secret", NOW.plusSeconds(600)), value))
                .contains("state");
        assertThat(read(cookie("a-name", "a secret", NOW.plusSeconds(601)), value))
                .isEmpty();
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("__Secure-another", value));
        assertThat(cookie("another", "a secret", NOW).read(request)).isEmpty();
    }

    @Test
    void whatBrowsersWouldDropIsNotSent() {
        var response = new MockHttpServletResponse();

        assertThat(cookie("a-name", "a secret", NOW).write("x".repeat(4_000), response))
                .isFalse();
        assertThat(response.getCookies()).isEmpty();
    }

    private static SealedCookie cookie(String name, String secret, Instant now) {
        return new SealedCookie(
                name,
                "/sign-in",
                Settings.with(Map.of("client-secret", secret)),
                Duration.ofMinutes(10),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Cookie write(SealedCookie cookie, String text) {
        var response = new MockHttpServletResponse();
        assertThat(cookie.write(text, response)).isTrue();
        var sent = response.getCookie(NAME);
        assertThat(sent).isNotNull();
        return sent;
    }

    private static Optional<String> read(SealedCookie cookie, String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(NAME, value));
        return cookie.read(request);
    }
}
