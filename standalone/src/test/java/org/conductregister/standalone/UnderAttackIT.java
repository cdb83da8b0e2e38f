package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that what is done on purpose, or too much at once, does not keep a case handler from logging an entry. */
@SpringBootTest(
        classes = ConductRegister.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"register.password=" + UnderAttackIT.PASSWORD, "register.sample=true"})
class UnderAttackIT {

    static final String PASSWORD = "under-attack";

    private static final int SLOW = 200;
    private static final int LARGE_QUESTIONS = 40;
    private static final int WAITS = 250;
    private static final String LARGEST =
            "/api/v1/statistics/series?unit=allegations&from=2014-01-01&to=2018-12-31&step=DAY&groupBy=force,status";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("register.data", () -> data.toString());
    }

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void countsCanBeAskedFor() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get("handler", "/actuator/health").statusCode() == 200);
    }

    @Test
    void slowBodiesAndHeadsHoldNobodyUpAndAreEnded() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                sockets.add(send("POST /api/v1/cases/C1/entries HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
                sockets.add(send("GET /api/v1/cases HTTP/1.1\r\nHost: localhost\r\nX-A"));
            }

            assertThat(timed("An entry beside 400 slow requests", this::logAnEntry)
                            .statusCode())
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(sockets.stream().filter(UnderAttackIT::isOpenAfterAnotherByte))
                            .isEmpty());
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void fortyOfTheLargestQuestionsAtOnceLeaveRoomForAnEntry() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = atOnce(LARGE_QUESTIONS, callers, () -> get("auditor", LARGEST));

            assertThat(timed("An entry beside 40 large questions", this::logAnEntry)
                            .statusCode())
                    .isEqualTo(201);

            var statuses = new ArrayList<Integer>();
            for (var each : answers) {
                var answer = each.get();
                statuses.add(answer.statusCode());
                assertThat(answer.statusCode()).isIn(200, 429, 503);
                assertThat(answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(answer.statusCode() != 200);
            }
            assertThat(statuses).contains(200, 429);
        }
    }

    @Test
    void callsThatWaitForAViewHoldNobodyUp() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waits = atOnce(
                    WAITS, callers, () -> get("handler", "/api/v1/statistics?unit=cases&atLeast=" + Integer.MAX_VALUE));
            await().pollDelay(Duration.ofSeconds(1)).until(() -> waits.stream().noneMatch(Future::isDone));

            assertThat(timed("An entry beside 250 waits", this::logAnEntry).statusCode())
                    .isEqualTo(201);

            for (var each : waits) {
                assertThat(each.get().statusCode()).isEqualTo(503);
                assertThat(each.get().headers().firstValue("Retry-After")).isPresent();
            }
        }
    }

    @Test
    void guessingIsSlowedForWhoeverGuessesAndNobodyElse() throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        for (int i = 0; i < 8; i++) {
            answers.add(send(request("/api/v1/users/me", "admin", "guess " + i).GET()));
        }

        assertThat(answers.stream().limit(5))
                .extracting(HttpResponse::statusCode)
                .containsOnly(401);
        assertThat(answers.stream().skip(5))
                .extracting(HttpResponse::statusCode)
                .containsOnly(429);
        assertThat(answers.getLast().body()).contains("TOO_MANY_ATTEMPTS");
        assertThat(answers.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(get("handler", "/api/v1/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void guessesSentAtOnceAreNoWayAround() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = atOnce(
                    100,
                    callers,
                    () -> send(request(
                                    "/api/v1/users/me",
                                    "nobody",
                                    UUID.randomUUID().toString())
                            .GET()));
            var statuses = new ArrayList<Integer>();
            for (var each : guesses) {
                statuses.add(each.get().statusCode());
            }

            assertThat(statuses).containsOnly(401, 429);
            assertThat(statuses.stream().filter(status -> status == 401)).hasSizeLessThanOrEqualTo(7);
        }
    }

    @Test
    void aPageOfAnotherOriginChangesNothingOverPlainHttp() throws Exception {
        var fromElsewhere = request("/api/v1/cases/C1/entries", "handler", PASSWORD)
                .header("Content-Type", "application/json")
                .header("Origin", "http://elsewhere.example")
                .POST(BodyPublishers.ofString("{}"));

        var answer = send(fromElsewhere);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("CROSS_SITE_REQUEST");
    }

    @Test
    void theHostThatACallerNamesLeadsNowhere() throws Exception {
        try (var socket = send("""
                GET /cases HTTP/1.1
                Host: elsewhere.example
                X-Forwarded-Host: elsewhere.example
                Accept: text/html
                Connection: close

                """.replace("\n", "\r\n"))) {
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).contains("Location: /sign-in?to=%2Fcases").doesNotContain("elsewhere.example");
        }
    }

    private HttpResponse<String> logAnEntry() throws IOException, InterruptedException {
        var path = "/api/v1/cases/ATTACK-" + UUID.randomUUID() + "/entries";
        return send(request(path, "handler", PASSWORD)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"type\":\"CaseOpened\",\"occurredOn\":\"2022-01-01\","
                        + "\"force\":\"KENT\",\"kind\":\"COMPLAINT\",\"source\":\"PUBLIC\"}")));
    }

    /** An answer that somebody waits for. */
    private interface Call {
        HttpResponse<String> answer() throws IOException, InterruptedException;
    }

    private static List<Future<HttpResponse<String>>> atOnce(int many, ExecutorService callers, Call call) {
        return IntStream.range(0, many)
                .mapToObj(i -> callers.submit(call::answer))
                .toList();
    }

    /** How long it takes is said, and not judged: a build's machine has other things to do. */
    private static HttpResponse<String> timed(String what, Call call) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = call.answer();
        System.out.printf(
                "%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return answer;
    }

    private HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(request(path, user, PASSWORD).GET());
    }

    private HttpRequest.Builder request(String path, String user, String password) {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Socket send(String beginning) throws IOException {
        var socket = new Socket("localhost", port);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends one byte more, as an attacker does to keep a connection; a register that has closed it refuses some next one. */
    private static boolean isOpenAfterAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
