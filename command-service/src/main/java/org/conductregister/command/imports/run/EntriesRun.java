package org.conductregister.command.imports.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.RefusalWriter;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.EntryBatches;
import org.conductregister.command.imports.rows.RowReader;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.CodeLists;
import org.conductregister.platform.Provenance;
import org.springframework.stereotype.Component;

/** One file of entries from beginning to end. */
@Component
public class EntriesRun {

    private final ImportFiles files;
    private final ImportRun run;
    private final CodeLists codeLists;
    private final Today today;
    private final ContentIdentity identity;

    EntriesRun(ImportFiles files, ImportRun run, CodeLists codeLists, Today today, ContentIdentity identity) {
        this.identity = identity;
        this.files = files;
        this.run = run;
        this.codeLists = codeLists;
        this.today = today;
    }

    public RunEnd run(UUID importId, Upload upload, Executor readers, ImportRun.Listener listener) throws IOException {
        var provenance = new Provenance(upload.recordedBy(), upload.correlationId()).metaData();
        try (var in = new BufferedInputStream(files.upload(importId));
                var journal = files.journal(importId, false);
                var openings = files.table();
                var refusals = new RefusalWriter(files.refusals(importId), null)) {
            var source = new EntryBatches(new RowReader(upload.trees(new Lines(in)), codeLists, today), identity);
            boolean whole =
                    run.run(source, provenance, FileScope.recording(openings, journal), refusals, readers, listener);
            return whole ? new RunEnd.Done() : new RunEnd.BrokenOff();
        }
    }
}
