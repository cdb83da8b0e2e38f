package org.conductregister.command.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.ImportProgress.State;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.files.Upload.Format;

/** An import that a benchmark has waited for. */
final class CompletedImport {

    /** How often it is looked at, so that a time is no longer than it was by more. */
    private static final int MILLIS_BETWEEN_LOOKS = 5;

    private CompletedImport() {}

    /** Imports a file of entries; returns at its end, and fails where the import does. */
    static ImportProgress of(Imports imports, Path file) throws IOException, InterruptedException {
        var progress = imports.accept(Files.newInputStream(file), Upload.sent(Format.NDJSON, "handler", "benchmark"));
        while (progress.state() != State.COMPLETED) {
            if (progress.state() == State.FAILED) {
                throw new IllegalStateException(progress.detail());
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            progress = imports.progress(progress.importId()).orElseThrow();
        }
        return progress;
    }
}
