package org.conductregister.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.ImportFiles.Kept;
import org.conductregister.command.imports.ImportProgress.State;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.CodeLists;
import org.conductregister.eventstore.LogFailures;
import org.conductregister.eventstore.LogTrouble;
import org.conductregister.platform.Background;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Takes imports in and runs them in the background, one at a time in the order sent. One that a stop or a kill broke off
 * begins again at the next start: what it had recorded is then counted as repeated.
 */
@Service
class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);

    private final ImportFiles files;
    private final ImportRun run;
    private final Clock clock;
    private final Map<UUID, Kept> unfinished = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(Background.threads("import"));
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Background.threads("import-reader"));

    Imports(ImportFiles files, BatchRecorder recorder, CodeLists codeLists, Today today, Clock clock, Reserve reserve) {
        this.files = files;
        this.clock = clock;
        this.run = new ImportRun(files, recorder, codeLists, today, reader, reserve);
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() throws IOException {
        files.all().stream()
                .filter(kept -> kept.progress().state() == State.QUEUED
                        || kept.progress().state() == State.RUNNING)
                .sorted(Comparator.comparing(kept -> kept.progress().acceptedAt()))
                .forEach(kept -> {
                    log.info(
                            "Import {} was broken off and begins again",
                            kept.progress().importId());
                    enqueue(kept.progress().importId(), kept.upload());
                });
    }

    /** Waits for the batch under way; an interrupt could close the file that the events are kept in. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        runner.shutdown();
        if (!runner.awaitTermination(20, TimeUnit.SECONDS)) {
            log.warn("An import is still recording, and is broken off by the end of the process");
        }
        reader.shutdown();
    }

    /**
     * @return once all is on disk, and no earlier
     * @throws CsvHeaderException when the first line of a CSV file does not name fields; nothing is kept then
     */
    ImportProgress accept(InputStream body, Upload upload) throws IOException {
        var importId = UUID.randomUUID();
        files.receive(importId, body);
        refuseUnreadableHeader(importId, upload);
        return enqueue(importId, upload);
    }

    private void refuseUnreadableHeader(UUID importId, Upload upload) throws IOException {
        try (var in = files.upload(importId)) {
            upload.trees(new Lines(in));
        } catch (CsvHeaderException e) {
            files.discardUpload(importId);
            throw e;
        }
    }

    private ImportProgress enqueue(UUID importId, Upload upload) {
        var queued = ImportProgress.queued(importId, clock.instant());
        keep(new Kept(queued, upload));
        try {
            runner.execute(() -> run(queued, upload));
        } catch (RejectedExecutionException e) {
            log.info("Import {} came while the service stops, and begins at the next start", importId);
        }
        return queued;
    }

    private void run(ImportProgress queued, Upload upload) {
        if (stopping) {
            return;
        }
        long began = System.nanoTime();
        try {
            keep(new Kept(queued.running(0, 0, 0, 0), upload));
            boolean whole = run.run(queued, upload, (recorded, repeated, refused) -> {
                long lines = recorded + repeated + refused;
                var now = queued.running(recorded, repeated, refused, perSecond(lines, began));
                unfinished.put(queued.importId(), new Kept(now, upload));
                return !stopping;
            });
            if (whole) {
                end(queued, upload, State.COMPLETED, null);
                files.discardUpload(queued.importId());
            } else {
                log.info("Import {} is broken off by a stop, and begins again at the next start", queued.importId());
            }
        } catch (IOException | RuntimeException e) {
            log.error("Import {} failed; what it has recorded stays recorded", queued.importId(), e);
            end(queued, upload, State.FAILED, reason(e));
        }
    }

    private static String reason(Exception failure) {
        boolean noRoom = (failure instanceof ProblemException problem
                        && problem.problem().equals(CommonProblems.NO_ROOM))
                || LogFailures.kindBehind(failure)
                        .filter(LogTrouble.Kind.NO_ROOM::equals)
                        .isPresent();
        return (noRoom
                        ? "Not all lines were read: there is no room left. Once an administrator has made some, retry"
                                + " it:"
                        : "Not all lines were read: see the log of the service. Retry it, or send it again:")
                + " nothing is recorded twice.";
    }

    private void end(ImportProgress queued, Upload upload, State how, @Nullable String why) {
        var last = unfinished
                .getOrDefault(queued.importId(), new Kept(queued, upload))
                .progress();
        var ended = last.ended(how, clock.instant(), why);
        try {
            keep(new Kept(ended, upload));
            unfinished.remove(queued.importId());
        } catch (UncheckedIOException e) {
            log.warn("How import {} ended could not be kept; it begins again at the next start", queued.importId(), e);
        }
        log.info(
                "Import {} {}: {} lines, {} recorded, {} repeated, {} refused, {} lines/s",
                ended.importId(),
                how,
                ended.read(),
                ended.recorded(),
                ended.repeated(),
                ended.refused(),
                ended.perSecond());
    }

    private void keep(Kept kept) {
        unfinished.put(kept.progress().importId(), kept);
        try {
            files.keep(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long perSecond(long lines, long began) {
        return lines
                * TimeUnit.SECONDS.toNanos(1)
                / Math.max(1, Duration.ofNanos(System.nanoTime() - began).toNanos());
    }

    Optional<ImportProgress> progress(UUID importId) {
        return kept(importId).map(Kept::progress);
    }

    Optional<Kept> kept(UUID importId) {
        return Optional.ofNullable(unfinished.get(importId)).or(() -> files.kept(importId));
    }

    /** The latest first. */
    List<Kept> all() throws IOException {
        return files.all().stream()
                .map(kept -> unfinished.getOrDefault(kept.progress().importId(), kept))
                .sorted(Comparator.comparing((Kept kept) -> kept.progress().acceptedAt())
                        .reversed())
                .toList();
    }

    /** Runs one again that failed; empty where none of this number has. One at a time, so that it is not run twice. */
    synchronized Optional<ImportProgress> retry(UUID importId) {
        return kept(importId)
                .filter(kept -> kept.progress().state() == State.FAILED)
                .map(kept -> enqueue(importId, kept.upload()));
    }

    void copyRefusals(UUID importId, OutputStream to) throws IOException {
        files.copyRefusals(importId, to);
    }
}
