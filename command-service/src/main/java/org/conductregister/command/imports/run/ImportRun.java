package org.conductregister.command.imports.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.axonframework.messaging.MetaData;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.RefusalWriter;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.command.imports.stored.Reserve;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records or checks the batches of one file: while one is being judged, the next is read. */
@Component
public final class ImportRun {

    private final BatchRecorder recorder;
    private final Reserve reserve;
    private final Sights sights;
    private final Ledgers ledgers;
    private final ImportMeters meters;

    ImportRun(BatchRecorder recorder, Reserve reserve, Sights sights, Ledgers ledgers, ImportMeters meters) {
        this.meters = meters;
        this.sights = sights;
        this.ledgers = ledgers;
        this.recorder = recorder;
        this.reserve = reserve;
    }

    /** Follows an import while it runs. */
    public interface Listener {

        /**
         * Takes note of what became of the rows so far.
         *
         * @param last the entry recorded last; null where none was
         * @return whether to go on
         */
        boolean counted(Counts counts, @Nullable String last);
    }

    /**
     * Judges all batches.
     *
     * @param readers reads ahead
     * @return whether all were read; false where the listener said not to go on
     * @throws IOException when the file cannot be read, or the refusals not be written; what is recorded stays so
     */
    public boolean run(
            Batch.Source source,
            MetaData provenance,
            FileScope scope,
            RefusalWriter refusals,
            Executor readers,
            Listener listener)
            throws IOException {
        var sentBy = (String) requireNonNull(provenance.get(Provenance.RECORDED_BY), "somebody sent it");
        scope.limitedBy(ledgers.rules(sights.recording(sentBy)));
        var counts = Counts.NONE;
        String last = null;
        boolean goOn = true;
        for (var batch = source.next(); goOn && !batch.isEnd(); ) {
            reserve.require();
            var following = readAhead(source, readers);
            var outcome = recorder.record(batch.facts(), provenance, scope);
            long refusedRows = refusals.write(batch, outcome.refused());
            if (scope.records()) {
                meters.judged(outcome, refusedRows);
            }
            counts = counts.and(batch, outcome.recorded(), outcome.repeated(), refusedRows);
            last = outcome.last() == null ? last : outcome.last();
            goOn = listener.counted(counts, last);
            batch = joined(following);
        }
        return goOn;
    }

    private static CompletableFuture<Batch> readAhead(Batch.Source source, Executor readers) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return source.next();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                readers);
    }

    private static Batch joined(CompletableFuture<Batch> following) throws IOException {
        try {
            return following.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw e;
        }
    }
}
