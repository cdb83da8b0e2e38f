package org.conductregister.query.moving;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.moving.ExportedLog;
import org.conductregister.integrity.moving.LogExport;
import org.conductregister.integrity.moving.LogImport;
import org.conductregister.integrity.moving.LogRefusedException;
import org.conductregister.integrity.moving.LogTable;
import org.conductregister.platform.MovesWithLog;
import org.conductregister.query.integrity.Sealing;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.VerifierKey;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.conductregister.web.accesslog.AccessLogMoves;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes logs into files of one directory, and takes them from there. One move at a time. */
@Component
class LogMoves {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HikariDataSource connections;
    private final StoredRows rows;
    private final OrderedEventStorageEngine engine;
    private final Sealing sealing;
    private final List<LogTable> tables;
    private final AccessLogMoves looks;
    private final Clock clock;
    private final Path directory;

    LogMoves(
            @Qualifier("eventLogConnections") HikariDataSource connections,
            StoredRows rows,
            OrderedEventStorageEngine engine,
            Sealing sealing,
            List<MovesWithLog> keepers,
            AccessLogMoves looks,
            Clock clock,
            @Value("${register.integrity.exports:${register.integrity.directory:}/exports}") String directory) {
        this.connections = connections;
        this.rows = rows;
        this.engine = engine;
        this.sealing = sealing;
        this.tables = keepers.stream()
                .flatMap(keeper -> Stream.<LogTable>concat(Stream.empty(), keeper.movedTables().stream()))
                .toList();
        this.looks = looks;
        this.clock = clock;
        this.directory = Path.of(directory);
    }

    synchronized MovingController.Exported export() {
        LogSealer sealer = sealing.required();
        if (sealer.state().contradiction() != null) {
            throw refusal(
                    HttpStatus.CONFLICT,
                    "LOG_CONTRADICTS_CHECKPOINT",
                    "The log contradicts its checkpoints, so nothing can vouch for an export of it.");
        }
        String stamp = STAMP.format(clock.instant());
        Path file = directory.resolve("log-%s.ndjson.gz".formatted(stamp));
        Path accessFile = directory.resolve("access-%s.ndjson.gz".formatted(stamp));
        try {
            Files.createDirectories(directory);
            var written = new LogExport(connections, rows, sealer, tables).write(file);
            long kept = looks.write(accessFile, sealer);
            return new MovingController.Exported(
                    file.getFileName().toString(),
                    written.entries(),
                    written.digest(),
                    written.head().note().toString(),
                    accessFile.getFileName().toString(),
                    kept);
        } catch (IOException | SQLException e) {
            throw refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "EXPORT_NOT_WRITTEN",
                    "The log could not be written into %s: %s".formatted(file.getFileName(), e.getMessage()));
        }
    }

    /** @param key that must have signed it; null for the one that the file names */
    synchronized MovingController.Imported take(String name, @Nullable String key) {
        LogSealer sealer = sealing.required();
        return reading(name, file -> {
            var log = ExportedLog.open(file);
            VerifierKey trusted = key == null ? log.verifierKey() : VerifierKey.parse(key);
            boolean same = sealer.moveIn(() -> takeIn(log, trusted), log.heads());
            var head = log.heads().getLast().checkpoint();
            return new MovingController.Imported(
                    head.size(), Base64.getEncoder().encodeToString(head.root()), same);
        });
    }

    /** @param key that must have signed it; null for the one that the file names */
    synchronized MovingController.LooksImported takeLooks(String name, @Nullable String key) {
        return reading(
                name,
                file -> new MovingController.LooksImported(
                        looks.take(file, key == null ? null : VerifierKey.parse(key))));
    }

    /** Reads one of the files. */
    private interface Reading<R> {
        R from(Path file) throws IOException, SQLException;
    }

    private <R> R reading(String name, Reading<R> reading) {
        // First of all: what is no name may be no path either
        Path file = NAME.matcher(name).matches() ? directory.resolve(name) : null;
        if (file == null || !Files.isRegularFile(file)) {
            throw refusal(
                    HttpStatus.NOT_FOUND,
                    "FILE_UNKNOWN",
                    "There is no file %s in the server's directory of exports.".formatted(name));
        }
        try {
            return reading.from(file);
        } catch (MalformedNoteException e) {
            throw refusal(HttpStatus.BAD_REQUEST, "KEY_MALFORMED", "verifierKey: " + e.getMessage());
        } catch (LogRefusedException e) {
            throw refusal(HttpStatus.BAD_REQUEST, e.code(), e.sentence());
        } catch (IOException | SQLException e) {
            throw refusal(
                    HttpStatus.BAD_REQUEST,
                    "EXPORT_UNREADABLE",
                    "The file %s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    private void takeIn(ExportedLog log, VerifierKey trusted) {
        if (engine.log().lastPosition() > 0) {
            throw refusal(
                    HttpStatus.CONFLICT,
                    "LOG_NOT_EMPTY",
                    "This register has recorded entries already. A log is taken into an empty one only: start it with"
                            + " register.sample=false on a new data directory.");
        }
        try {
            new LogImport(engine, tables).take(log, trusted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException refusal(HttpStatus status, String code, String detail) {
        return Problem.of(status, code, detail).exception();
    }
}
