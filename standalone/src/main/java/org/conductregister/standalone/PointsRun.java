package org.conductregister.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.entries.CodeList;
import org.conductregister.eventstore.EventLog;
import org.conductregister.platform.ClockAutoConfiguration;
import org.conductregister.platform.LogWithoutKeys;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.points.PointsExport;
import org.conductregister.query.statistics.points.PointsRefusedException;
import org.conductregister.query.statistics.view.StatisticsView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Writes the points of a register as Parquet, in place of starting it and beside one that may run: {@code java -jar
 * conduct-register.jar points --to DIR}. A directory that has some gets those that are new. Reads no key, so no personal text.
 */
final class PointsRun {

    private static final String COMMAND = "points";
    private static final Set<String> OPTIONS = Set.of("--data", "--database", "--checkpoints", "--to", "--register");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int HEX_OF_NAME = 12;
    private static final String USAGE = """
            Say where to:
              java -jar conduct-register.jar points --to DIR [--data DIR] [--register NAME]
              java -jar conduct-register.jar points --to DIR --database JDBC-URL [--checkpoints DIR] [--register NAME]
            The data directory is ./data where none is said. NAME keeps the rows of this register apart from those of others; where
            it is left out, it is made from the first entry. The directory of checkpoints is that of a query-service.""";

    private final Map<String, String> options;

    private PointsRun(Map<String, String> options) {
        this.options = options;
    }

    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** Returns the exit code. */
    static int run(String... arguments) {
        Map<String, String> options = read(arguments);
        if (options == null) {
            System.out.println(USAGE);
            return 1;
        }
        try {
            return new PointsRun(options).write();
        } catch (PointsRefusedException e) {
            System.out.println(e.getMessage());
            return 1;
        } catch (EventStoreException | IllegalStateException | UncheckedIOException | IOException e) {
            System.out.println("The points cannot be written: " + e.getMessage());
            return 1;
        }
    }

    /** Returns the options; null where it is not said what to do. */
    private static @Nullable Map<String, String> read(String... arguments) {
        var options = CommandOptions.read(OPTIONS, arguments);
        if (options == null) {
            return null;
        }
        boolean named =
                NAME.matcher(options.getOrDefault("--register", "register")).matches();
        boolean twice = options.containsKey("--data") && options.containsKey("--database");
        return options.containsKey("--to") && named && !twice ? options : null;
    }

    private int write() throws IOException {
        long began = System.nanoTime();
        var clock = new ClockAutoConfiguration().clock();
        var database = new DriverManagerDataSource(url());
        var engine = LogWithoutKeys.in(database, clock);
        var log = engine.log();
        if (log.lastPosition() == 0) {
            throw new PointsRefusedException("The log is empty, so there are no points yet.");
        }
        var jdbc = new JdbcTemplate(database);
        var codes = KnownCodes.in(jdbc, clock);
        var lists = ListsAsKnown.recorded(log, codes, BankHolidays.in(jdbc, clock));
        var statistics = new StatisticsView(lists);
        long kept = readCheckpoint(statistics, log);
        follow(statistics, RecordedEntries.of(engine));
        double folded = secondsSince(began);
        var written = new PointsExport(statistics, lists, codes.changesOf(CodeList.FINDINGS))
                .writeTo(Path.of(options.get("--to")), registerName(log));
        System.out.println(written.map(some -> "Positions %d to %d: %,d rows in %s."
                        .formatted(some.from(), some.to(), some.rows(), options.get("--to")))
                .orElse("Nothing new: %s has the points of all entries.".formatted(options.get("--to"))));
        System.out.printf(
                "Entries read beyond what is kept: %,d. Read in %.1f s, written in %.1f s.%n",
                statistics.head().now().position() - kept, folded, secondsSince(began) - folded);
        return 0;
    }

    private String url() throws IOException {
        String database = options.get("--database");
        if (database != null) {
            return database;
        }
        var file = data().resolve("events.db");
        if (Files.notExists(file)) {
            throw new IOException("there is no " + file);
        }
        return DataDirectory.urlOf(file);
    }

    private Path data() {
        return Path.of(options.getOrDefault("--data", "data"));
    }

    /** Goes on from what the register keeps; returns the position, 0 where nothing is kept that can be used. */
    private long readCheckpoint(StatisticsView statistics, EventLog log) {
        String stated = options.get("--checkpoints");
        if (stated == null && options.containsKey("--database")) {
            return 0;
        }
        var directory = stated == null ? data().resolve("checkpoints") : Path.of(stated);
        statistics.readCheckpointOf(new CheckpointFile(directory.resolve("statistics")), heading -> isIn(log, heading));
        return statistics.head().now().position();
    }

    private static boolean isIn(EventLog log, Heading heading) {
        return log.from(heading.position(), 1)
                .anyMatch(event -> event.entryId().equals(heading.entryId())
                        && event.recordedAt().equals(heading.recordedAt()));
    }

    private static void follow(StatisticsView statistics, RecordedEntries entries) {
        long position = statistics.head().now().position();
        for (var page = entries.after(position); !page.isEmpty(); page = entries.after(position)) {
            page.forEach(statistics::apply);
            position = page.getLast().position();
            statistics.commit(position, page.getLast().recordedAt());
        }
    }

    /** The name stated, or one made from the first entry, which no other register has. */
    private String registerName(EventLog log) {
        String stated = options.get("--register");
        if (stated != null) {
            return stated;
        }
        try (var first = log.from(1, 1)) {
            var id = first.findFirst().orElseThrow().entryId();
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_OF_NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static double secondsSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
    }
}
