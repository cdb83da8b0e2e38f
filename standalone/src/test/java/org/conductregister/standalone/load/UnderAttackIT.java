package org.conductregister.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.ConductRegister;
import org.conductregister.web.load.SuspendedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that what is done on purpose, or too much at once, does not keep a case handler from logging an entry. */
@SpringBootTest(
        classes = ConductRegister.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "register.password=" + UnderAttackIT.PASSWORD,
            "register.sample=true",
            "server.tomcat.threads.max=" + UnderAttackIT.THREADS
        })
@DirtiesContext // ends it before its directory goes
class UnderAttackIT {

    static final String PASSWORD = "under-attack";

    /** Fewer than by default, so that an attack on all of them needs fewer connections. */
    static final int THREADS = 250;

    private static final int SLOW = 200;
    private static final int LARGE_QUESTIONS = 40;
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

    @Autowired
    SuspendedRequests suspended;

    private HttpCaller http;

    @BeforeEach
    void countsCanBeAskedFor() {
        http = new HttpCaller(port, PASSWORD);
        http.awaitCounts();
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
            var answers = atOnce(LARGE_QUESTIONS, callers, () -> http.get("auditor", LARGEST));

            assertThat(timed("An entry beside 40 large questions", this::logAnEntry)
                            .statusCode())
                    .isEqualTo(201);

            assertThat(statuses(answers)).contains(200, 429).isSubsetOf(200, 429, 503);
        }
    }

    @Test
    void readsThatWaitForAViewHoldNoThread() throws Exception {
        long last = position(logAnEntry());
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var forNothing = sendUntilThereWait(THREADS / 10, callers, Integer.MAX_VALUE);
            var forTheNext = sendUntilThereWait(THREADS + 1, callers, last + 1);

            assertThat(timed("An entry beside %d reads that wait".formatted(suspended.waiting()), this::logAnEntry)
                            .statusCode())
                    .isEqualTo(201);

            assertThat(statuses(forTheNext)).contains(200).isSubsetOf(200, 503);
            assertThat(statuses(forNothing)).containsOnly(503);
            assertThat(waitFor(last + 1).statusCode()).isEqualTo(200);
            assertThat(suspended.waiting()).isZero();
        }
    }

    /** Sends reads one after the other, each once the one before waits: too many at once would be told to come back. */
    private List<Future<HttpResponse<String>>> sendUntilThereWait(int reads, ExecutorService callers, long position) {
        var sent = new ArrayList<Future<HttpResponse<String>>>();
        while (suspended.waiting() < reads) {
            int before = suspended.waiting();
            var read = callers.submit(() -> waitFor(position));
            sent.add(read);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> suspended.waiting() != before || read.isDone());
        }
        return sent;
    }

    /** Returns the statuses of answers, each of which says when to try again unless it is one. */
    private static List<Integer> statuses(List<Future<HttpResponse<String>>> answers) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var each : answers) {
            var answer = each.get();
            statuses.add(answer.statusCode());
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(answer.statusCode() != 200);
        }
        return statuses;
    }

    private HttpResponse<String> waitFor(long position) throws IOException, InterruptedException {
        return http.get("handler", "/api/v1/statistics?unit=cases&atLeast=" + position);
    }

    private static long position(HttpResponse<String> recorded) {
        return FactJson.mapper()
                .readTree(recorded.body())
                .get(0)
                .get("position")
                .longValue();
    }

    @Test
    void guessingIsSlowedForWhoeverGuessesAndNobodyElse() throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        for (int i = 0; i < 8; i++) {
            answers.add(http.guess("admin", "guess " + i, "/api/v1/users/me"));
        }

        assertThat(answers.stream().limit(5))
                .extracting(HttpResponse::statusCode)
                .containsOnly(401);
        assertThat(answers.stream().skip(5))
                .extracting(HttpResponse::statusCode)
                .containsOnly(429);
        assertThat(answers.getLast().body()).contains("TOO_MANY_ATTEMPTS");
        assertThat(answers.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(http.get("handler", "/api/v1/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void guessesSentAtOnceAreNoWayAround() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = atOnce(
                    100, callers, () -> http.guess("nobody", UUID.randomUUID().toString(), "/api/v1/users/me"));
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
        var answer =
                http.post("handler", "/api/v1/cases/C1/entries", "{}", Map.of("Origin", "http://elsewhere.example"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("CROSS_SITE_REQUEST");
    }

    @Test
    void anotherNameThanTheRegistersIsRefusedAndLeadsNowhere() throws Exception {
        assertThat(answerTo("elsewhere.example"))
                .startsWith("HTTP/1.1 421")
                .contains("The register is not known by this name")
                .doesNotContain("elsewhere.example");
        assertThat(answerTo("localhost"))
                .contains("Location: /sign-in?to=%2Fcases")
                .doesNotContain("elsewhere.example");
    }

    private String answerTo(String host) throws IOException {
        try (var socket = send("""
                GET /cases HTTP/1.1
                Host: %s
                X-Forwarded-Host: elsewhere.example
                X-Forwarded-For: 192.0.2.1
                Accept: text/html
                Connection: close

                """.formatted(host).replace("\n", "\r\n"))) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> logAnEntry() throws IOException, InterruptedException {
        return http.open("ATTACK-" + UUID.randomUUID());
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
