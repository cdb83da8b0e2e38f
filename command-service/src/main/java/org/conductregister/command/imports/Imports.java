package org.conductregister.command.imports;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.conductregister.command.imports.files.Comparison;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.ImportProgress.State;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.rows.CsvHeaderException;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.platform.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes imports in, and what may be done with one afterwards: each is put into the queue. Thread-safe. */
@Service
public class Imports {

    private final ImportQueue queue;
    private final ImportFiles files;
    private final SheetRun sheets;
    private final Undoing undoing;
    private final Mappings mappings;
    private final Clock clock;

    Imports(ImportQueue queue, ImportFiles files, SheetRun sheets, Undoing undoing, Mappings mappings, Clock clock) {
        this.queue = queue;
        this.files = files;
        this.sheets = sheets;
        this.undoing = undoing;
        this.mappings = mappings;
        this.clock = clock;
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
        if (!kept.upload().isSheet() || !(asked || checked)) {
            throw ImportProblems.notChecked();
        }
        requireFile(importId);
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
        if (!kept.upload().isSheet() || !checked) {
            throw ImportProblems.notChecked();
        }
        requireFile(importId);
        return enqueue(importId, kept.upload().in(Mode.COMPARE).by(by));
    }

    private void requireFile(UUID importId) {
        if (!files.hasUpload(importId)) {
            throw ImportProblems.fileGone();
        }
    }

    /**
     * Deletes the file of an import, so that it takes no room any more. What is known of it stays; what was not recorded has to be
     * sent again.
     *
     * @throws org.conductregister.web.ProblemException where it waits or runs
     */
    public synchronized void discardFile(UUID importId) throws IOException {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        if (kept.progress().state().isMoving()) {
            throw ImportProblems.fileNeeded();
        }
        files.discardUpload(importId);
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
    public Optional<Path> upload(UUID importId) throws IOException {
        return files.hasUpload(importId) ? Optional.of(files.uploadPath(importId)) : Optional.empty();
    }

    /** Asks the questions of a sheet again, its mapping being read anew. */
    public synchronized ImportProgress askAgain(UUID importId) {
        var kept = kept(importId).orElseThrow(ImportProblems::unknown);
        if (kept.progress().state() != State.QUESTIONS) {
            throw ImportProblems.notChecked();
        }
        requireFile(importId);
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
        queue.submit(queued, upload);
        return queued;
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
        queue.submit(queued, kept.upload().to(task));
        return queued;
    }

    Optional<ImportProgress> progress(UUID importId) {
        return kept(importId).map(this::progress);
    }

    /** Returns how far an import is, with the size of its file as long as that is kept. */
    public ImportProgress progress(Kept kept) {
        var progress = kept.progress();
        boolean recorded = progress.mode() == Mode.RECORD && progress.state() == State.COMPLETED;
        try {
            return recorded ? progress : progress.withFile(files.uploadSize(progress.importId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Kept> kept(UUID importId) {
        return queue.kept(importId);
    }

    /** The latest first. */
    public List<Kept> all() throws IOException {
        return queue.all();
    }

    /**
     * Runs one again that failed; empty where none of this number has. One at a time, so that it is not run twice.
     *
     * @throws org.conductregister.web.ProblemException where its file is kept no longer
     */
    public synchronized Optional<ImportProgress> retry(UUID importId) {
        var failed = kept(importId).filter(kept -> kept.progress().state() == State.FAILED);
        if (failed.isPresent() && failed.get().upload().task() == null) {
            requireFile(importId);
        }
        return failed.map(kept -> enqueue(importId, kept.upload()));
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
