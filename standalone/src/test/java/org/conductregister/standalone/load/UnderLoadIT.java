package org.conductregister.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.ConductRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Tests that 200 clients who read and write without a pause are answered or told to come back, and that nothing that was acknowledged is
 * lost. For {@code -Dregister.load.seconds} seconds; says how long calls took.
 */
@SpringBootTest(
        classes = ConductRegister.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"register.password=" + UnderLoadIT.PASSWORD, "register.sample=true"})
@DirtiesContext // ends it before its directory goes
class UnderLoadIT {

    static final String PASSWORD = "under-load";

    private static final int CLIENTS = 200;
    private static final int CALLERS = 8;
    private static final int CALLS = Integer.getInteger("register.load.calls", 100);
    private static final String ME = "/api/v1/users/me";
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("register.load.seconds", 5));
    private static final int LINES = 100_000;

    /** The kinds of reads, with a path each. */
    private static final Map<String, String> READS = Map.of(
            "count", "/api/v1/statistics?unit=allegations&groupBy=status,result",
            "search", "/api/v1/cases?q=misconduct",
            "list", "/api/v1/cases?force=KENT&size=20",
            "months", "/api/v1/statistics/series?unit=cases&from=2014-01-01&to=2020-12-31&step=MONTH&groupBy=force",
            "days", "/api/v1/statistics/series?unit=allegations&from=2012-01-01&to=2020-12-31&step=DAY&groupBy=force");

    private static final List<String> KINDS = READS.keySet().stream().sorted().toList();
    private static final String ENTRY = "entry";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("register.data", () -> data.toString());
    }

    @LocalServerPort
    int port;

    private HttpCaller http;

    private record Answer(String what, int status, boolean retryAfter, long nanos) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void clientsAreAnsweredOrToldToComeBackAndNothingAcknowledgedIsLost() throws Exception {
        http = new HttpCaller(port, PASSWORD);
        http.awaitCounts();
        long before = cases();
        long until = System.nanoTime() + LASTS.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < CLIENTS; i++) {
                var random = new Random(i);
                all.add(clients.submit(() -> callsUntil(until, random)));
            }
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        }

        say();
        assertThat(answers).extracting(Answer::status).containsAnyOf(200, 201).isSubsetOf(200, 201, 429, 503);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.retryAfter()).isEqualTo(answer.status() >= 400));
        assertThat(acknowledged).isNotEmpty();
        assertThat(inTheLog()).containsAll(acknowledged);
        assertThat(cases()).isEqualTo(before + acknowledged.size());
    }

    /** The number of cases that are counted; the register is left alone by others when it is asked. */
    private long cases() throws IOException, InterruptedException {
        var answer = http.get("auditor", "/api/v1/statistics?unit=cases");
        assertThat(answer.statusCode()).isEqualTo(200);
        return FactJson.mapper().readTree(answer.body()).get("total").longValue();
    }

    /** The numbers of the records in the log. */
    private Set<String> inTheLog() throws IOException, InterruptedException {
        var found = new HashSet<String>();
        long from = 1;
        for (long read = LINES; read == LINES; from += read) {
            var lines = http.get("auditor", "/api/v1/events?limit=%d&from=%d".formatted(LINES, from))
                    .body()
                    .lines()
                    .toList();
            lines.forEach(line ->
                    found.add(FactJson.mapper().readTree(line).path("caseId").asString("")));
            read = lines.size();
        }
        return found;
    }

    /** The password is hashed slowly once; how many calls a second follow is said, and not judged. */
    @Test
    void callsWithTheRightPasswordCostNoSlowHashEach() throws Exception {
        http = new HttpCaller(port, PASSWORD);
        assertThat(http.get("auditor", ME).statusCode()).isEqualTo(200);
        long began = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < CALLERS; i++) {
                all.add(callers.submit(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        assertThat(http.get("auditor", ME).statusCode()).isEqualTo(200);
                    }
                    return true;
                }));
            }
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("With the right password: %.0f calls a second%n", CALLERS * CALLS / seconds);
    }

    private boolean callsUntil(long until, Random random) throws IOException, InterruptedException {
        while (System.nanoTime() < until) {
            call(random);
        }
        return true;
    }

    private void call(Random random) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var what = random.nextInt(10) < 3 ? ENTRY : KINDS.get(random.nextInt(KINDS.size()));
        var caseId = "LOAD-" + UUID.randomUUID();
        var answer = what.equals(ENTRY) ? http.open(caseId) : http.get("handler", READS.get(what));
        answers.add(new Answer(
                what,
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").isPresent(),
                System.nanoTime() - began));
        if (answer.statusCode() == 201) {
            acknowledged.add(caseId);
        }
    }

    private void say() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer.what() + " " + answer.status(), 1, Integer::sum));
        System.out.println(LASTS.toSeconds() + " s, " + CLIENTS + " clients: " + counts);
        say(ENTRY, what -> what.equals(ENTRY));
        say("read", what -> !what.equals(ENTRY));
        KINDS.forEach(kind -> say(kind, kind::equals));
    }

    private void say(String name, Predicate<String> which) {
        long[] nanos = answers.stream()
                .filter(answer -> which.test(answer.what()) && answer.status() < 400)
                .mapToLong(Answer::nanos)
                .sorted()
                .toArray();
        System.out.printf(
                "%s: %d accepted, p50 %d ms, p99 %d ms, longest %d ms%n",
                name, nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, sorted.length * share)])
                        .toMillis();
    }
}
