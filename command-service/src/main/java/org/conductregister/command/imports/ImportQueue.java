package org.conductregister.command.imports;

import java.io.IOException;
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
import org.conductregister.command.imports.compare.Accepting;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.ImportProgress.State;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.Step;
import org.conductregister.command.imports.files.Step.Doing;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.run.EntriesRun;
import org.conductregister.command.imports.run.ImportClaim;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetProgress;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.command.imports.stored.TakenOverException;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Recorded;
import org.conductregister.eventstore.database.LogFailures;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.platform.Background;
import org.conductregister.platform.Provenance;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs imports in the background, one at a time in the order sent, and keeps the progress of each. Where several nodes share the
 * database, the one that has the {@link ImportClaim} runs them. One that a stop or a kill broke off begins again at the next
 * start, or at the node that has the claim next: what it had recorded is then counted as repeated. Thread-safe.
 */
@Component
class ImportQueue {

    private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(20);

    /** How often the progress is kept that other nodes show. */
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);

    private final ImportFiles files;
    private final EntriesRun entries;
    private final SheetRun sheets;
    private final Undoing undoing;
    private final Accepting accepting;
    private final EventLog events;
    private final Clock clock;
    private final ImportClaim claim;
    private final ImportTurns turns;

    /** The progress of those that run here, or without other nodes wait here: it is not kept at every batch. */
    private final Map<UUID, Kept> unfinished = new ConcurrentHashMap<>();

    private volatile boolean stopping;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(Background.threads("import"));
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Background.threads("import-reader"));

    ImportQueue(
            ImportFiles files,
            EntriesRun entries,
            SheetRun sheets,
            Undoing undoing,
            Accepting accepting,
            EventLog events,
            Clock clock,
            ImportClaim claim) {
        this.files = files;
        this.entries = entries;
        this.sheets = sheets;
        this.undoing = undoing;
        this.accepting = accepting;
        this.events = events;
        this.clock = clock;
        this.claim = claim;
        this.turns = new ImportTurns(claim, this::runNext);
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() throws IOException {
        if (claim.isShared()) {
            turns.begin();
            return;
        }
        files.all().stream()
                .filter(kept -> kept.progress().state().isMoving())
                .sorted(Comparator.comparing(kept -> kept.progress().acceptedAt()))
                .forEach(kept -> {
                    log.info(
                            "Import {} was broken off and begins again",
                            kept.progress().importId());
                    submit(kept.progress().in(State.QUEUED), kept.upload());
                });
    }

    /** Runs the first of those that wait, wherever they were sent; returns whether there was one. */
    private boolean runNext() {
        try {
            var next = files.all().stream()
                    .filter(kept -> kept.progress().state().isMoving())
                    .min(Comparator.comparing(kept -> kept.progress().acceptedAt()));
            next.ifPresent(kept -> run(kept.progress().in(State.QUEUED), kept.upload()));
            return next.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the batch under way; an interrupt could close the file that the events are kept in. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        runner.shutdown();
        boolean ended = turns.end(LONGEST_BATCH);
        if (!runner.awaitTermination(LONGEST_BATCH.toSeconds(), TimeUnit.SECONDS) || !ended) {
            log.warn("An import is still recording, and is broken off by the end of the process");
        }
        reader.shutdown();
    }

    /** Keeps an import, and runs it after those that wait. */
    void submit(ImportProgress queued, Upload upload) {
        keep(new Kept(queued, upload));
        if (claim.isShared()) {
            turns.wake();
            return;
        }
        try {
            runner.execute(() -> run(queued, upload));
        } catch (RejectedExecutionException e) {
            log.info("Import {} came while the service stops, and begins at the next start", queued.importId());
        }
    }

    private void run(ImportProgress queued, Upload upload) {
        if (stopping) {
            return;
        }
        try {
            var following = new Following(queued, upload);
            switch (end(queued, upload, following)) {
                case RunEnd.BrokenOff off -> brokenOff(queued);
                case RunEnd.Asked asked when claim.isHeld() -> end(queued, upload, State.QUESTIONS, null);
                case RunEnd.Done done when claim.isHeld() -> conclude(queued, upload);
                case RunEnd.Asked lost -> brokenOff(queued);
                case RunEnd.Done lost -> brokenOff(queued);
            }
        } catch (UnfitSheetException | ColumnsMissingException e) {
            end(queued, upload, State.FAILED, e.getMessage());
        } catch (IOException | RuntimeException e) {
            if (isTakenOver(e)) {
                claim.doubt();
            }
            if (!claim.isHeld() || isForAnotherTry(e)) {
                brokenOff(queued);
                return;
            }
            log.error("Import {} failed; what it has recorded stays recorded", queued.importId(), e);
            end(queued, upload, State.FAILED, reason(e));
        }
    }

    private static boolean isTakenOver(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TakenOverException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a failure may pass: a database that nodes share may be away for a while, and is the same again once it is back. */
    private boolean isForAnotherTry(Exception failure) {
        var kind = LogFailures.kindBehind(failure);
        return claim.isShared()
                && (kind.equals(Optional.of(LogTrouble.Kind.UNREACHABLE))
                        || kind.equals(Optional.of(LogTrouble.Kind.SLOW)));
    }

    private void brokenOff(ImportProgress queued) {
        if (claim.isShared()) {
            unfinished.remove(queued.importId());
            log.info("Import {} is broken off here, and begins again at another node or later", queued.importId());
        } else {
            log.info("Import {} is broken off by a stop, and begins again at the next start", queued.importId());
        }
    }

    private RunEnd end(ImportProgress queued, Upload upload, Following following) throws IOException {
        var importId = queued.importId();
        return switch (upload.task()) {
            case Upload.Undo undo -> {
                var by = new Provenance(undo.by(), undo.correlation());
                boolean all = undoing.undo(importId, undo.reason(), by, following);
                yield all ? new RunEnd.Done() : new RunEnd.BrokenOff();
            }
            case Upload.Accept accept -> accepting.accept(importId, upload, accept, Counts.of(queued), following);
            case null ->
                upload.isSheet()
                        ? sheets.run(importId, upload, reader, following)
                        : entries.run(importId, upload, reader, following);
        };
    }

    private void conclude(ImportProgress queued, Upload upload) throws IOException {
        switch (upload.task()) {
            case Upload.Undo undo -> {
                end(queued, upload, State.UNDONE, undo.reason());
                files.discardUpload(queued.importId());
            }
            case Upload.Accept accept -> {
                end(queued, upload, State.COMPLETED, null);
                if (accept.isOfAll()) {
                    files.discardUpload(queued.importId());
                }
            }
            case null -> {
                end(queued, upload, State.COMPLETED, null);
                if (upload.mode() == Mode.RECORD) {
                    files.discardUpload(queued.importId());
                }
            }
        }
    }

    /** Keeps the progress of one run. */
    private final class Following implements SheetProgress, Undoing.Progress {

        private final long began = System.nanoTime();
        private final ImportProgress queued;
        private final Upload upload;
        private @Nullable Long rows;
        private long shown = began;

        Following(ImportProgress queued, Upload upload) {
            this.queued = queued;
            this.upload = upload;
        }

        @Override
        public boolean looked(long read) {
            rows = read;
            var counts = new Counts(read, 0, 0, 0, 0, 0, 0);
            return went(counts, null, new Step(Doing.LOOKING, read, upload.lines()));
        }

        @Override
        public boolean counted(Counts counts, @Nullable String last) {
            var step = upload.task() instanceof Upload.Accept
                    ? new Step(Doing.ACCEPTING, recorded(counts) - recorded(Counts.of(queued)), null)
                    : new Step(Doing.JUDGING, counts.read(), rows == null ? upload.lines() : rows);
            return went(counts, upload.mode() == Mode.CHECK ? null : position(last), step);
        }

        private static long recorded(Counts counts) {
            return counts.recorded() + counts.repeated();
        }

        @Override
        public boolean readEarlier(long lines) {
            return went(Counts.of(queued), null, new Step(Doing.READING_EARLIER, lines, null));
        }

        @Override
        public boolean compared(Counts counts, long done, long of) {
            return went(counts, null, new Step(Doing.COMPARING, done, of));
        }

        @Override
        public boolean undone(long done) {
            return went(Counts.of(queued), null, new Step(Doing.UNDOING, done, queued.recorded()));
        }

        private boolean went(Counts counts, @Nullable Long position, Step step) {
            var now = queued.running(counts, perSecond(counts.read(), began), position, step);
            unfinished.put(queued.importId(), new Kept(now, upload));
            if (claim.isShared() && claim.isHeld() && System.nanoTime() - shown > SHOWN_EVERY.toNanos()) {
                shown = System.nanoTime();
                keep(new Kept(now, upload));
            }
            return !stopping && claim.isHeld();
        }
    }

    private @Nullable Long position(@Nullable String entryId) {
        return entryId == null
                ? null
                : events.recorded(List.of(entryId)).stream()
                        .findFirst()
                        .map(Recorded::position)
                        .orElse(null);
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

    /** Keeps how an import ended. Where somebody begins it again meanwhile, that stands. */
    private synchronized void end(ImportProgress queued, Upload upload, State how, @Nullable String why) {
        var last = unfinished
                .getOrDefault(queued.importId(), new Kept(queued, upload))
                .progress();
        var ended = last.ended(how, clock.instant(), why);
        var kept = new Kept(ended, upload);
        try {
            keep(kept);
            if (claim.isShared()) {
                unfinished.remove(queued.importId());
            } else {
                unfinished.remove(queued.importId(), kept);
            }
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

    private synchronized void keep(Kept kept) {
        if (!claim.isShared()) {
            unfinished.put(kept.progress().importId(), kept);
        }
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

    /** An import as it is now; empty where none has this number. */
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
}
