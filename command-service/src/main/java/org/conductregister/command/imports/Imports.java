package org.conductregister.command.imports;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.conductregister.command.imports.compare.Accepting;
import org.conductregister.command.imports.files.Comparison;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.ImportProgress.State;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.files.Step;
import org.conductregister.command.imports.files.Step.Doing;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.rows.CsvHeaderException;
import org.conductregister.command.imports.run.EntriesRun;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetProgress;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.command.imports.sheet.UnfitSheetException;
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
import org.springframework.stereotype.Service;

/**
 * Takes imports in and runs them in the background, one at a time in the order sent. One that a stop or a kill broke off
 * begins again at the next start: what it had recorded is then counted as repeated.
 */
@Service
public class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);

    private final ImportFiles files;
    private final EntriesRun entries;
    private final SheetRun sheets;
    private final Undoing undoing;
    private final Accepting accepting;
    private final Mappings mappings;
    private final EventLog events;
    private final Clock clock;
    private final Map<UUID, Kept> unfinished = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(Background.threads("import"));
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Background.threads("import-reader"));

    Imports(
            ImportFiles files,
            EntriesRun entries,
            SheetRun sheets,
            Undoing undoing,
            Accepting accepting,
            Mappings mappings,
            EventLog events,
            Clock clock) {
        this.files = files;
        this.entries = entries;
        this.sheets = sheets;
        this.undoing = undoing;
        this.accepting = accepting;
        this.mappings = mappings;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() throws IOException {
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
     * Accepts a file to be imported after those that wait.
     *
     * @return once all is on disk, and no earlier
     * @throws CsvHeaderException when the first line of a CSV file does not name fields; nothing is kept then
     * @throws UnfitSheetException when a sheet cannot be read; nothing is kept then
     * @throws ColumnsMissingException where a sheet lacks columns of its mapping; nothing is kept then
     */
    public ImportProgress accept(InputStream body, Upload upload) throws IOException {
        var importId = UUID.randomUUID();
        files.receive(importId, body);
        refuseUnfit(importId, upload);
        return enqueue(importId, upload);
    }

    private void refuseUnfit(UUID importId, Upload upload) throws IOException {
        try {
            if (upload.isSheet()) {
                sheets.require(importId, mappings.read(requireNonNull(upload.sheetMapping())));
            } else {
                try (var in = files.upload(importId)) {
                    upload.trees(new Lines(in));
                }
            }
        } catch (CsvHeaderException | UnfitSheetException | ColumnsMissingException e) {
            files.discardUpload(importId);
            throw e;
        }
    }

    /**
     * Records a sheet that was checked, or answers again to the questions that it ended with, its mapping being read anew.
     *
     * @throws org.conductregister.web.ProblemException where it was not checked
     */
    public synchronized ImportProgress recordChecked(UUID importId, Provenance by) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        var state = kept.progress().state();
        boolean asked = state == State.QUESTIONS;
        boolean checked = state == State.COMPLETED && kept.upload().mode() == Mode.CHECK;
        if (!kept.upload().isSheet() || !(asked || checked) || !files.hasUpload(importId)) {
            throw ImportProblems.notChecked();
        }
        var upload = kept.upload().mode() == Mode.COMPARE
                ? kept.upload()
                : kept.upload().in(Mode.RECORD);
        return enqueue(importId, asked ? mappedAnew(upload.by(by)) : upload.by(by));
    }

    /**
     * Compares a sheet that was checked with what earlier ones of its mapping said.
     *
     * @throws org.conductregister.web.ProblemException where it was not checked
     */
    public synchronized ImportProgress compareChecked(UUID importId, Provenance by) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        boolean checked =
                kept.progress().state() == State.COMPLETED && kept.upload().mode() == Mode.CHECK;
        if (!kept.upload().isSheet() || !checked || !files.hasUpload(importId)) {
            throw ImportProblems.notChecked();
        }
        return enqueue(importId, kept.upload().in(Mode.COMPARE).by(by));
    }

    /** Whether other sheets of the same mapping have been recorded, so that this one can be compared with them. */
    public boolean hasEarlier(Kept kept) throws IOException {
        var mapping = kept.upload().mappingName();
        return mapping != null
                && all().stream()
                        .anyMatch(each -> mapping.equals(each.upload().mappingName())
                                && !each.progress()
                                        .importId()
                                        .equals(kept.progress().importId())
                                && each.progress().state() == State.COMPLETED
                                && each.upload().mode() != Mode.CHECK);
    }

    /** The file of a sheet that was sent; empty where it is kept no more. */
    public Optional<Path> upload(UUID importId) {
        return files.hasUpload(importId) ? Optional.of(files.uploadPath(importId)) : Optional.empty();
    }

    /** Asks the questions of a sheet again, its mapping being read anew. */
    public synchronized ImportProgress askAgain(UUID importId) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        if (kept.progress().state() != State.QUESTIONS) {
            throw ImportProblems.notChecked();
        }
        return enqueue(importId, mappedAnew(kept.upload()));
    }

    private Upload mappedAnew(Upload upload) {
        return upload.mappedBy(
                mappings.named(requireNonNull(upload.mappingName())).json());
    }

    private ImportProgress enqueue(UUID importId, Upload upload) {
        var before = kept(importId).map(Kept::progress);
        var acceptedAt = before.map(ImportProgress::acceptedAt).orElseGet(clock::instant);
        var queued = ImportProgress.queued(importId, upload, acceptedAt);
        submit(queued, upload);
        return queued;
    }

    private void submit(ImportProgress queued, Upload upload) {
        keep(new Kept(queued, upload));
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
                case RunEnd.BrokenOff off ->
                    log.info(
                            "Import {} is broken off by a stop, and begins again at the next start", queued.importId());
                case RunEnd.Asked asked -> end(queued, upload, State.QUESTIONS, null);
                case RunEnd.Done done -> conclude(queued, upload);
            }
        } catch (UnfitSheetException | ColumnsMissingException e) {
            end(queued, upload, State.FAILED, e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.error("Import {} failed; what it has recorded stays recorded", queued.importId(), e);
            end(queued, upload, State.FAILED, reason(e));
        }
    }

    private RunEnd end(ImportProgress queued, Upload upload, Following following) throws IOException {
        var importId = queued.importId();
        return switch (upload.task()) {
            case Upload.Undo undo -> {
                var by = new Provenance(undo.by(), undo.correlation());
                boolean all = undoing.undo(importId, undo.reason(), by, following::undone);
                yield all ? new RunEnd.Done() : new RunEnd.BrokenOff();
            }
            case Upload.Accept accept -> accepting.accept(importId, accept, Counts.of(queued), following);
            case null ->
                upload.isSheet()
                        ? sheets.run(importId, upload, reader, following)
                        : entries.run(importId, upload, reader, following);
        };
    }

    private void conclude(ImportProgress queued, Upload upload) throws IOException {
        switch (upload.task()) {
            case Upload.Undo undo -> end(queued, upload, State.UNDONE, undo.reason());
            case Upload.Accept accept -> end(queued, upload, State.COMPLETED, null);
            case null -> {
                end(queued, upload, State.COMPLETED, null);
                if (upload.mode() != Mode.CHECK) {
                    files.discardUpload(queued.importId());
                }
            }
        }
    }

    /**
     * Retracts all that an import recorded, where nothing later rests on it.
     *
     * @throws org.conductregister.web.ProblemException where it has recorded nothing, or something rests on it
     */
    public ImportProgress undo(UUID importId, String reason, Provenance by) throws IOException {
        requireUndoable(importId);
        if (undoing.isOutOfSight(importId, by)) {
            throw ImportProblems.outOfSight();
        }
        var resting = undoing.resting(importId);
        if (!resting.isEmpty()) {
            throw ImportProblems.restedOn(resting);
        }
        synchronized (this) { // a large import is looked through while others go on
            var kept = requireUndoable(importId);
            return again(kept, new Upload.Undo(reason, by.recordedBy(), by.correlationId()));
        }
    }

    private Kept requireUndoable(UUID importId) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        var state = kept.progress().state();
        boolean ended = state == State.COMPLETED || state == State.FAILED;
        boolean records = kept.upload().mode() == Mode.RECORD || kept.progress().recorded() > 0;
        if (!ended || !records || kept.upload().mode() == Mode.CHECK) {
            throw ImportProblems.notUndoable();
        }
        if (kept.progress().recorded() > 0 && !files.has(importId, Journal.RECORDED)) {
            throw ImportProblems.notWrittenDown();
        }
        return kept;
    }

    /**
     * Records what a comparison proposed.
     *
     * @param lines those of these lines; null for all
     * @param kinds those of these kinds; null for all
     * @throws org.conductregister.web.ProblemException where it is no comparison that has ended
     */
    public synchronized ImportProgress acceptProposals(
            UUID importId, @Nullable Set<Long> lines, @Nullable Set<ProposalKind> kinds, Provenance by) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        boolean compared = kept.upload().mode() == Mode.COMPARE
                && kept.progress().state() == State.COMPLETED
                && files.comparison(importId).isPresent();
        if (!compared) {
            throw ImportProblems.notCompared();
        }
        return again(kept, new Upload.Accept(lines, kinds, by.recordedBy(), by.correlationId()));
    }

    /** Keeps the counts, and does something more with an import. */
    private ImportProgress again(Kept kept, Upload.Task task) {
        var queued = kept.progress().in(State.QUEUED);
        submit(queued, kept.upload().to(task));
        return queued;
    }

    /** Keeps the progress of one run. */
    private final class Following implements SheetProgress {

        private final long began = System.nanoTime();
        private final ImportProgress queued;
        private final Upload upload;
        private @Nullable Long rows;

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
        public boolean compared(Counts counts, long done, long of) {
            return went(counts, null, new Step(Doing.COMPARING, done, of));
        }

        boolean undone(long done) {
            return went(Counts.of(queued), null, new Step(Doing.UNDOING, done, queued.recorded()));
        }

        private boolean went(Counts counts, @Nullable Long position, Step step) {
            var now = queued.running(counts, perSecond(counts.read(), began), position, step);
            unfinished.put(queued.importId(), new Kept(now, upload));
            return !stopping;
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

    /** Not while somebody begins the same one again. */
    private synchronized void end(ImportProgress queued, Upload upload, State how, @Nullable String why) {
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

    private synchronized void keep(Kept kept) {
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

    public Optional<Kept> kept(UUID importId) {
        return Optional.ofNullable(unfinished.get(importId)).or(() -> files.kept(importId));
    }

    /** The latest first. */
    public List<Kept> all() throws IOException {
        return files.all().stream()
                .map(kept -> unfinished.getOrDefault(kept.progress().importId(), kept))
                .sorted(Comparator.comparing((Kept kept) -> kept.progress().acceptedAt())
                        .reversed())
                .toList();
    }

    /** Runs one again that failed; empty where none of this number has. One at a time, so that it is not run twice. */
    public synchronized Optional<ImportProgress> retry(UUID importId) {
        return kept(importId)
                .filter(kept -> kept.progress().state() == State.FAILED)
                .map(kept -> enqueue(importId, kept.upload()));
    }

    public void copyRefusals(UUID importId, OutputStream to) throws IOException {
        files.copyRefusals(importId, to);
    }

    /** Returns the counts of a comparison; empty where the import is none, or has not ended. */
    public Optional<Comparison> comparison(UUID importId) {
        return files.comparison(importId);
    }

    void copyProposals(UUID importId, OutputStream to) throws IOException {
        files.copy(importId, "proposals", to);
    }
}
