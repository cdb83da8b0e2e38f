package org.conductregister.command.imports;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.run.BatchRecorder;
import org.conductregister.command.imports.run.FileScope;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.Provenance;
import org.springframework.stereotype.Component;

/** Records many entries from memory, with the batches of an import. */
@Component
public final class BulkLoad {

    private final BatchRecorder recorder;

    BulkLoad(BatchRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Durable on return. Entries recorded before are passed over, so that a load broken off can be done again.
     *
     * @throws IllegalArgumentException when a rule refuses one: such entries are not for loading; those of the batches
     *     before it, and the others of its own, are recorded
     */
    public void load(List<Entry> entries, Provenance by) {
        var scope = FileScope.recording();
        for (int from = 0; from < entries.size(); from += Batch.MAX_LINES) {
            var batch = new ArrayList<Row.Read>(Batch.MAX_LINES);
            for (int i = from; i < Math.min(entries.size(), from + Batch.MAX_LINES); i++) {
                batch.add(new Row.Read(i + 1L, entries.get(i), FactJson.of(entries.get(i))));
            }
            recorder.record(batch, by.metaData(), scope).refused().stream()
                    .findFirst()
                    .ifPresent(BulkLoad::fail);
        }
    }

    private static void fail(Row.Refused refused) {
        throw new IllegalArgumentException("Entry %d is refused, %s: %s (%s)"
                .formatted(refused.line(), refused.code(), refused.detail(), refused.sent()));
    }
}
