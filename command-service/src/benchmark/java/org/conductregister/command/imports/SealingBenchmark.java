package org.conductregister.command.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.conductregister.command.CommandService;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.integrity.CheckpointFile;
import org.conductregister.integrity.LeafFile;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.LogVerification;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.SealingRules;
import org.conductregister.integrity.Verdict;
import org.conductregister.keys.ContentIds;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.sqlite.SQLiteDataSource;

/**
 * Measures what proof and encryption cost an import: the same file is imported without either, with each, and with both, by turns,
 * each time into an empty log. Then a large log is verified. The arguments are the number of entries of an import, the number of
 * turns, and the number of entries that are verified.
 *
 * <p>The log is sealed as the register does it, by a thread that looks for new entries every half a second. The entries carry
 * their identifiers, so that no keys are made for these; a case has one text, on its closing.
 */
final class SealingBenchmark {

    private static final int WARM_UP = 30_000;
    private static final int VERIFICATIONS = 3;
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Path directory;
    private final Path file;
    private final int entries;

    private SealingBenchmark(Path directory, Path file, int entries) {
        this.directory = directory;
        this.file = file;
        this.entries = entries;
    }

    private enum Kind {
        NEITHER(false, false),
        SEALED(true, false),
        ENCRYPTED(false, true),
        BOTH(true, true);

        private final boolean sealed;
        private final boolean encrypted;

        Kind(boolean sealed, boolean encrypted) {
            this.sealed = sealed;
            this.encrypted = encrypted;
        }
    }

    /** Stores texts as they are written. */
    static class InClear {

        @Bean
        @Primary
        PayloadSeal inClear() {
            return PayloadSeal.NONE;
        }
    }

    public static void main(String[] given) throws Exception {
        var arguments = String.join(" ", given).strip().split(" +", -1);
        int entries = number(arguments, 0, 200_000);
        int turns = number(arguments, 1, 5);
        int verified = number(arguments, 2, 1_000_000);
        var directory = Files.createTempDirectory("sealing-benchmark");

        var warmUp = new SealingBenchmark(directory.resolve("warm-up"), write(directory, 1, WARM_UP), WARM_UP);
        warmUp.run(Kind.BOTH, "warm-up");
        warmUp.run(Kind.NEITHER, "warm-up");
        new SealingBenchmark(directory, write(directory, 2, entries), entries).compare(turns);
        new SealingBenchmark(directory, write(directory, 3, verified), verified).verify();
    }

    private static int number(String[] arguments, int index, int usual) {
        return arguments.length > index && !arguments[index].isEmpty() ? Integer.parseInt(arguments[index]) : usual;
    }

    /** Writes entries that carry their identifiers. */
    private static Path write(Path directory, long seed, int entries) throws IOException {
        var without = directory.resolve("without-ids.ndjson");
        var file = directory.resolve("entries-%d.ndjson".formatted(entries));
        ChicagoLikeEntries.write(without, seed, entries);
        try (var lines = Files.lines(without);
                BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                int day = line.indexOf("\"occurredOn\": \"") + 15;
                var id = ContentIds.unkeyed(
                        LocalDate.parse(line.substring(day, day + 10)), line.getBytes(StandardCharsets.UTF_8));
                writer.write("{\"entryId\": \"%s\", %s\n".formatted(id, line.substring(1)));
            }
        }
        return file;
    }

    private void compare(int turns) throws Exception {
        Map<Kind, List<Stopwatch>> all = new EnumMap<>(Kind.class);
        for (int turn = 0; turn < turns; turn++) {
            for (Kind kind : Kind.values()) {
                var imported = run(kind, "turn-" + turn);
                System.out.printf("%-10s %s%n", kind, imported);
                all.computeIfAbsent(kind, any -> new ArrayList<>()).add(imported);
            }
        }
        var without = all.get(Kind.NEITHER);
        System.out.println("medians:");
        all.forEach((kind, imported) -> System.out.printf(
                Locale.ROOT,
                "%-10s %,.0f a second, %.1f %% less; %.1f µs of processor time an entry, %.1f %% more%n",
                kind,
                rate(imported),
                100 * (1 - rate(imported) / rate(without)),
                1e6 / rateOfProcessor(imported),
                100 * (rateOfProcessor(without) / rateOfProcessor(imported) - 1)));
    }

    private static double rate(List<Stopwatch> imported) {
        return imported.stream()
                .sorted(Comparator.comparingDouble(Stopwatch::rate))
                .toList()
                .get(imported.size() / 2)
                .rate();
    }

    private static double rateOfProcessor(List<Stopwatch> imported) {
        return imported.stream()
                .sorted(Comparator.comparingDouble(Stopwatch::rateOfProcessor))
                .toList()
                .get(imported.size() / 2)
                .rateOfProcessor();
    }

    private Path place(Kind kind, String name) {
        return directory.resolve("%s-%s-%d".formatted(name, kind, entries));
    }

    private Stopwatch run(Kind kind, String name) throws Exception {
        Path data = Files.createDirectories(place(kind, name));
        var application = new SpringApplication(CommandService.class);
        if (!kind.encrypted) {
            application.addPrimarySources(List.of(InClear.class));
        }
        try (var service = application.run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--register.password=secret",
                "--register.data=" + data,
                "--spring.datasource.url=" + url(data))) {
            var imports = service.getBean(Imports.class);
            var sealing = kind.sealed ? new Following(data) : null;
            var importing = Stopwatch.start();
            var progress = CompletedImport.of(imports, file);
            importing.stop(entries);
            if (progress.recorded() != entries) {
                throw new IllegalStateException("Not all were recorded: " + progress);
            }
            if (sealing != null) {
                sealing.end();
            }
            return importing;
        }
    }

    private static String url(Path data) {
        return "jdbc:sqlite:" + data.resolve("events.db").toAbsolutePath();
    }

    private static StoredRows rows(Path data) {
        var database = new SQLiteDataSource();
        database.setUrl(url(data));
        return new StoredRows(database);
    }

    /** The thread that seals. */
    private static final class Following {

        private final LogSealer sealer;
        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread = new Thread(this::follow, "log-sealing");

        Following(Path data) {
            var directory = data.resolve("integrity");
            sealer = new LogSealer(
                    rows(data),
                    new SealingRules(
                            directory,
                            directory.resolve("signing-key"),
                            SealingRules.newOrigin(),
                            SealingRules.USUAL_WAIT,
                            SealingRules.USUAL_ENTRIES),
                    Clock.systemUTC());
            thread.start();
        }

        private void follow() {
            try {
                do {
                    sealer.follow();
                } while (!ending.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void end() throws InterruptedException {
            ending.countDown();
            thread.join();
            sealer.sealNow();
            sealer.close();
        }
    }

    private void verify() throws Exception {
        System.out.println("to be verified: " + run(Kind.BOTH, "verified"));
        Path data = place(Kind.BOTH, "verified");
        for (int i = 0; i < VERIFICATIONS; i++) {
            var watch = Stopwatch.start();
            Path integrity = data.resolve("integrity");
            var heads = CheckpointFile.read(integrity.resolve("checkpoints.ndjson")).heads().stream()
                    .map(SealedHead::checkpoint)
                    .toList();
            var verdict = new LogVerification(rows(data), LeafFile.in(integrity), heads).verify();
            watch.stop(entries);
            if (!(verdict instanceof Verdict.Whole)) {
                throw new IllegalStateException(verdict.sentence());
            }
            System.out.println("verified: " + watch + ", heads: " + heads.size());
        }
        System.out.println("the log lies in " + data);
    }
}
