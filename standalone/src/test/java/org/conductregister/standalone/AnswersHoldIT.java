package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Tests that an answer given once can be had again for ever, whatever is logged meanwhile and whatever the clock
 * does.
 */
@SpringBootTest(
        classes = ConductRegister.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"register.password=" + AnswersHoldIT.PASSWORD, "register.sample=false"})
@Import(AnswersHoldIT.Clocks.class)
@DirtiesContext // ends it before its directory goes
class AnswersHoldIT {

    static final String PASSWORD = "answers-hold";

    private static final int WRITERS = 8;
    private static final int ANSWERS = 30;
    private static final String QUESTION = "/api/v1/statistics?unit=allegations&groupBy=status,result&asAt=2024-12-31";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("register.data", () -> data.toString());
        properties.add("register.accept-clock-behind", () -> true);
    }

    @LocalServerPort
    int port;

    @Autowired
    UnreliableClock clock;

    /** Runs as usual, and is set back and forth by up to an hour. */
    static final class UnreliableClock extends Clock {

        private final AtomicLong offsetSeconds = new AtomicLong();

        void set(long offset) {
            offsetSeconds.set(offset);
        }

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(offsetSeconds.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration
    static class Clocks {

        @Bean
        UnreliableClock clock() {
            return new UnreliableClock();
        }
    }

    @Test
    void answersOfNowHoldForEverWhileEightWriteAndTheClockIsSetBack() throws Exception {
        var api = new Api("http://127.0.0.1:" + port, PASSWORD);
        var answers = new ArrayList<JsonNode>();
        var enough = new AtomicBoolean();
        int cases = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(writing(api, writer, enough)))
                    .toList();
            try {
                for (int n = 0; n < ANSWERS; n++) {
                    clock.set(n % 2 == 0 ? -3_600L * (n % 7) / 7 : n % 60);
                    answers.add(api.get("analyst", QUESTION));
                }
            } finally {
                enough.set(true);
            }
            for (var writer : writers) {
                cases += writer.get();
            }
        }

        for (var answer : answers) {
            var knownAt = URLEncoder.encode(answer.get("knownAt").stringValue(), StandardCharsets.UTF_8);
            assertThat(api.get("analyst", QUESTION + "&knownAt=" + knownAt)).isEqualTo(answer);
        }
        var last = api.get("analyst", QUESTION + "&atLeast=" + cases * 4);
        assertThat(last.get("total").longValue()).isEqualTo(cases);
        assertThat(last.get("groups")).hasSize(1);
    }

    /**
     * Writes cases until there were answers enough, at least one, and returns their number. Late entries are among
     * theirs: an allegation is closed, and the closing then re-dated.
     */
    private static Callable<Integer> writing(Api api, int writer, AtomicBoolean enough) {
        return () -> {
            int n = 0;
            do {
                var path = "/api/v1/cases/W%dC%d/entries".formatted(writer, n);
                var closing = "%08d-0000-4000-8000-%012d".formatted(writer, n);
                log(api, path, """
                    [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"},
                     {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"}]\
                    """);
                log(api, path, """
                    {"type": "NoFurtherActionTaken", "occurredOn": "2020-05-04", "allegationId": "A1", "entryId": "%s"}\
                    """.formatted(closing));
                log(api, path, """
                    {"type": "EntryRedated", "redates": "%s", "newOccurredOn": "2020-03-02", "reason": "misread",
                     "occurredOn": "2020-06-01"}\
                    """.formatted(closing));
                n++;
            } while (!enough.get());
            return n;
        };
    }

    private static void log(Api api, String path, String entries) throws Exception {
        var answer = api.post("handler", path, entries);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
