package org.conductregister.query.integrity.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.Verdict;
import org.conductregister.query.integrity.witness.TestWitness.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside witnesses over the network: those that do as the specification says, that refuse, that are slow, and that lie. */
class WitnessesTest {

    private static final Duration RETRY = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path directory;

    private GrowingLog log;
    private TestWitness witness;

    @BeforeEach
    void begin() throws Exception {
        log = new GrowingLog(directory.resolve("integrity"));
        witness = new TestWitness("witness.example/one");
    }

    @AfterEach
    void end() {
        log.close();
        witness.close();
    }

    private Witnesses witnesses(Duration patience) {
        var witnesses = new Witnesses(Clock.systemUTC(), RETRY, patience);
        witnesses.addCosigner(witness.address(), witness.key());
        return witnesses;
    }

    private static void awaitSeen(Witnesses witnesses, int which, SealedHead head) {
        await().atMost(60, SECONDS)
                .until(() -> witnesses.states().get(which).size() != null
                        && witnesses.states().get(which).size()
                                == head.checkpoint().size());
    }

    private static String awaitTrouble(Witnesses witnesses, int which) {
        return await().atMost(60, SECONDS)
                .until(() -> witnesses.states().get(which).trouble(), trouble -> trouble != null);
    }

    @Test
    void aWitnessSignsEachHeadThatExtendsTheLastItSaw() {
        try (var witnesses = witnesses(LONG)) {
            for (int entries : new int[] {3, 4, 600}) {
                SealedHead head = log.grow(entries);
                witnesses.offer(head, log.sealer);
                awaitSeen(witnesses, 0, head);
                assertThat(witnesses.cosignaturesOf(log.head())).singleElement().satisfies(cosignature -> {
                    assertThat(cosignature.name()).isEqualTo("witness.example/one");
                    assertThat(cosignature.at()).isBetween(Instant.now().minusSeconds(600), Instant.now());
                });
            }
        }
        assertThat(witness.oldSizes()).containsExactly(0L, 3L, 7L);
        assertThat(log.head().note().signatures()).hasSize(2);
        assertThat(log.sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
        assertThat(log.sealer.state().heads())
                .as("the first of none, and three, however often signed")
                .isEqualTo(3);
    }

    @Test
    void aRegisterThatWasStartedAgainLearnsFromTheWitnessWhatItSaw() {
        SealedHead first = log.grow(5);
        try (var witnesses = witnesses(LONG)) {
            witnesses.offer(first, log.sealer);
            awaitSeen(witnesses, 0, first);
        }
        SealedHead second = log.grow(5);
        try (var witnesses = witnesses(LONG)) {
            witnesses.offer(second, log.sealer);
            awaitSeen(witnesses, 0, second);
        }
        assertThat(witness.oldSizes()).containsExactly(0L, 0L, 5L);
    }

    @Test
    void theSignaturesOfSeveralWitnessesAreKept() throws Exception {
        try (var other = new TestWitness("witness.example/two");
                var witnesses = witnesses(LONG)) {
            witnesses.addCosigner(other.address(), other.key());
            SealedHead head = log.grow(5);
            witnesses.offer(head, log.sealer);
            awaitSeen(witnesses, 0, head);
            awaitSeen(witnesses, 1, head);

            assertThat(witnesses.cosignaturesOf(log.head()))
                    .extracting(Cosignature::name)
                    .containsExactly("witness.example/one", "witness.example/two");
        }
    }

    @Test
    void aLogWithAnotherNameIsWitnessedFromItsBeginning() {
        try (var witnesses = witnesses(LONG)) {
            SealedHead first = log.grow(9);
            witnesses.offer(first, log.sealer);
            awaitSeen(witnesses, 0, first);
            SealedHead accepted = log.cutOffAndAccept(4);
            witnesses.offer(accepted, log.sealer);
            awaitSeen(witnesses, 0, accepted);

            assertThat(witness.oldSizes()).containsExactly(0L, 0L);
            assertThat(witnesses.cosignaturesOf(log.head())).hasSize(1);
        }
    }

    @Test
    void aFileAndAWebhookAreShownEachHead() throws Exception {
        Path file = directory.resolve("witnessed.txt");
        try (var witnesses = new Witnesses(Clock.systemUTC(), RETRY, LONG)) {
            witnesses.addFile(file);
            witnesses.addWebhook(witness.address());
            witnesses.addPrint();
            witness.behaviour = (call, body) -> TestWitness.answer(call, 204, "");
            var notes = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                SealedHead head = log.grow(2);
                witnesses.offer(head, log.sealer);
                for (int which = 0; which < 3; which++) {
                    awaitSeen(witnesses, which, head);
                }
                notes.append(head.note()).append('\n');
            }
            assertThat(Files.readString(file)).isEqualTo(notes.toString());
            assertThat(String.join("\n", witness.calls) + "\n").isEqualTo(notes.toString());
        }
    }

    @Test
    void aWitnessThatRefusesIsAskedAgainAndHoldsUpNobody() {
        Path file = directory.resolve("witnessed.txt");
        witness.behaviour = (call, body) -> TestWitness.answer(call, 403, "I do not know this log\n");
        try (var witnesses = witnesses(LONG)) {
            witnesses.addFile(file);
            SealedHead head = log.grow(2);
            witnesses.offer(head, log.sealer);
            awaitSeen(witnesses, 1, head);
            assertThat(awaitTrouble(witnesses, 0)).isEqualTo("It answered with 403: I do not know this log");
            assertThat(witnesses.states().getFirst().size()).isNull();

            int before = witness.calls.size();
            await().atMost(60, SECONDS).until(() -> witness.calls.size() > before);
            assertThat(witnesses.cosignaturesOf(log.head())).isEmpty();
        }
    }

    @Test
    void aSlowWitnessHoldsUpNobodyAndIsGivenUpInTime() throws Exception {
        var never = new CountDownLatch(1);
        witness.behaviour = (call, body) -> {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write("\u2014 ".getBytes(UTF_8));
            call.getResponseBody().flush();
            awaitQuietly(never);
        };
        Path file = directory.resolve("witnessed.txt");
        try (var witnesses = witnesses(SHORT)) {
            witnesses.addFile(file);
            for (int i = 0; i < 3; i++) {
                SealedHead head = log.grow(2);
                witnesses.offer(head, log.sealer);
                awaitSeen(witnesses, 1, head);
            }
            assertThat(awaitTrouble(witnesses, 0)).startsWith("It did not answer within");
        } finally {
            never.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Lie(String name, Behaviour behaviour, String trouble) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Stream<Lie> lies() {
        return Stream.of(
                new Lie(
                        "signs another head",
                        (call, body) -> TestWitness.answer(
                                call,
                                200,
                                witness.cosignature(
                                        TestWitness.textIn(body).replaceFirst("\n\\d+\n", "\n999\n"),
                                        Instant.now().getEpochSecond())),
                        "It signed something else"),
                new Lie(
                        "says what is no signature",
                        (call, body) -> TestWitness.answer(call, 200, "<html>Welcome</html>"),
                        "It signed something else"),
                new Lie("says nothing", (call, body) -> TestWitness.answer(call, 200, ""), "It signed something else"),
                new Lie(
                        "signs at a time that is long past",
                        (call, body) -> TestWitness.answer(call, 200, witness.cosignature(TestWitness.textIn(body), 0)),
                        "It says that it signed at a time"),
                new Lie(
                        "signs at a time that is none",
                        (call, body) -> TestWitness.answer(
                                call, 200, witness.cosignature(TestWitness.textIn(body), Long.MIN_VALUE)),
                        "It says that it signed at a time"),
                new Lie(
                        "says that it has seen more than there is",
                        (call, body) -> TestWitness.answer(call, 409, "1000000\n"),
                        "It says that it has seen 1000000 entries of this log, which has 3"),
                new Lie(
                        "never agrees on what it has seen",
                        (call, body) -> TestWitness.answer(call, 409, "3\n"),
                        "It answered with 409"),
                new Lie(
                        "does not say what it has seen",
                        (call, body) -> TestWitness.answer(call, 409, "many\n"),
                        "It does not say how many entries it has seen"),
                new Lie(
                        "talks without an end",
                        (call, body) -> {
                            call.sendResponseHeaders(200, 0);
                            byte[] much = new byte[1 << 16];
                            while (true) {
                                call.getResponseBody().write(much);
                            }
                        },
                        "It could not be reached"),
                new Lie(
                        "sends on to another address",
                        (call, body) -> {
                            call.getResponseHeaders().add("Location", "http://127.0.0.1:9/add-checkpoint");
                            TestWitness.answer(call, 307, "");
                        },
                        "It answered with 307"));
    }

    @Test
    void nothingThatALyingWitnessSaysIsKept() {
        SealedHead head = log.grow(3);
        lies().forEach(lie -> {
            witness.behaviour = lie.behaviour();
            try (var witnesses = witnesses(LONG)) {
                witnesses.offer(head, log.sealer);

                assertThat(awaitTrouble(witnesses, 0)).as("%s", lie).startsWith(lie.trouble());
                assertThat(witnesses.cosignaturesOf(log.head())).as("%s", lie).isEmpty();
                assertThat(log.head().note().signatures()).as("%s", lie).hasSize(1);
            }
        });
    }

    @Test
    void theSignatureOfAnotherKeyIsNotTaken() throws Exception {
        try (var stranger = new TestWitness("witness.example/one");
                var witnesses = new Witnesses(Clock.systemUTC(), RETRY, LONG)) {
            witnesses.addCosigner(stranger.address(), witness.key());
            witnesses.offer(log.grow(3), log.sealer);

            assertThat(awaitTrouble(witnesses, 0)).isEqualTo("It did not sign with the key that is configured for it.");
            assertThat(log.head().note().signatures()).hasSize(1);
        }
    }
}
