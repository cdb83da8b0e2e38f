package org.conductregister.command.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.CodeLists;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.Provenance;

/** One import from beginning to end: while a batch is being recorded, the next is read. */
final class ImportRun {

    /** Lines a transaction, at most. */
    static final int BATCH = 2_000;

    /** About as many bytes of the file a transaction, at most: two batches are in memory at a time. */
    static final int BATCH_BYTES = 2 * 1024 * 1024;

    private final ImportFiles files;
    private final BatchRecorder recorder;
    private final CodeLists codeLists;
    private final Today today;
    private final Executor readers;
    private final Reserve reserve;

    ImportRun(
            ImportFiles files,
            BatchRecorder recorder,
            CodeLists codeLists,
            Today today,
            Executor readers,
            Reserve reserve) {
        this.files = files;
        this.recorder = recorder;
        this.codeLists = codeLists;
        this.today = today;
        this.readers = readers;
        this.reserve = reserve;
    }

    /** Follows an import while it runs. */
    interface Progress {

        /**
         * Takes note of how many rows were recorded, repeated and refused so far.
         *
         * @return whether to go on
         */
        boolean counted(long recorded, long repeated, long refused);
    }

    /**
     * @return whether all lines were read; false where the listener said not to go on
     * @throws IOException when the file cannot be read, or the refusals not be written; what is recorded stays so
     */
    boolean run(ImportProgress progress, Upload upload, Progress listener) throws IOException {
        var importId = progress.importId();
        var provenance = new Provenance(upload.recordedBy(), upload.correlationId()).metaData();
        try (var in = new BufferedInputStream(files.upload(importId));
                var refusals = files.refusals(importId)) {
            var lines = new Lines(in);
            return record(new RowReader(upload.trees(lines), codeLists, today), provenance, refusals, listener);
        }
    }

    private boolean record(RowReader reader, MetaData provenance, Writer refusals, Progress listener)
            throws IOException {
        long recorded = 0;
        long repeated = 0;
        long refused = 0;
        var recent = new RecentLedgers();
        boolean goOn = true;
        for (var rows = reader.next(BATCH, BATCH_BYTES); goOn && !rows.isEmpty(); ) {
            reserve.require();
            var following = readAhead(reader);
            var outcome = recorder.record(entriesOf(rows), provenance, recent);
            recorded += outcome.recorded();
            repeated += outcome.repeated();
            refused += write(rows, outcome.refused(), refusals);
            goOn = listener.counted(recorded, repeated, refused);
            rows = joined(following);
        }
        return goOn;
    }

    private CompletableFuture<List<Row>> readAhead(RowReader reader) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return reader.next(BATCH, BATCH_BYTES);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                readers);
    }

    private static List<Row> joined(CompletableFuture<List<Row>> following) throws IOException {
        try {
            return following.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }

    private static List<Row.Read> entriesOf(List<Row> rows) {
        return rows.stream()
                .filter(Row.Read.class::isInstance)
                .map(Row.Read.class::cast)
                .toList();
    }

    /** Writes the lines that could not be read and those that a rule refused, in order of the line. */
    private static long write(List<Row> rows, List<Row.Refused> byRule, Writer refusals) throws IOException {
        var unreadable = rows.stream().filter(Row.Refused.class::isInstance).map(Row.Refused.class::cast);
        var all = Stream.concat(unreadable, byRule.stream())
                .sorted(Comparator.comparingLong(Row.Refused::line))
                .toList();
        for (var refusal : all) {
            var json = FactJson.mapper().createObjectNode();
            json.put("line", refusal.line()).put("code", refusal.code()).put("detail", refusal.detail());
            json.set("entry", refusal.sent());
            refusals.write(json.toString());
            refusals.write('\n');
        }
        refusals.flush();
        return all.size();
    }
}
