package org.conductregister.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conductregister.standalone.provider.TokenCaller.json;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that a register whose provider cannot be reached starts, says so, and goes on by itself once it can be. */
@RegisterWithProvider
class ProviderOutageTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final Map<String, Object> AUDITOR = Map.of("roles", List.of("AUDITOR"));
    private static final String ME = "/api/v1/users/me";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        ISSUER.stop();
        properties.add("register.data", () -> data.toString());
        ISSUER.settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    @LocalServerPort
    int port;

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    @Test
    void itIsSaidUntilTheProviderCanBeReachedAndKnownKeysOutliveAnotherOutage() throws Exception {
        var calls = new TokenCaller("http://localhost:" + port);
        var token = ISSUER.accessToken("u-1", AUDITOR);

        var answer = calls.get(token, ME);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(json(answer).get("code").stringValue()).isEqualTo("PROVIDER_UNAVAILABLE");
        var page = page("/sign-in/with/provider");
        assertThat(page).contains("identity provider cannot be reached");
        assertThat(page("/sign-in")).contains("Sign in with your organisation’s account");

        ISSUER.startAgain();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(calls.get(token, ME).statusCode()).isEqualTo(200));

        ISSUER.stop();
        assertThat(calls.get(ISSUER.accessToken("u-2", AUDITOR), ME).statusCode())
                .isEqualTo(200);
    }

    private String page(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.ofString()).body();
        }
    }
}
