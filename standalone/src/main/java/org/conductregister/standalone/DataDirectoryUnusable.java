package org.conductregister.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why the register cannot start on a data directory, and what to do about it. */
final class DataDirectoryUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    private DataDirectoryUnusable(String message, String remedy, @Nullable IOException cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    static DataDirectoryUnusable inUse(Path directory) {
        return new DataDirectoryUnusable(
                "Another process is running on the data directory %s.".formatted(directory),
                "Stop that process, or give this one a directory of its own: register.data.",
                null);
    }

    static DataDirectoryUnusable notWritable(Path directory, IOException cause) {
        return new DataDirectoryUnusable(
                "The data directory %s cannot be written: %s.".formatted(directory, cause),
                "Let this user write there, or name another directory: register.data.",
                cause);
    }

    static DataDirectoryUnusable ofEarlierVersion(Path directory, Path file) {
        return new DataDirectoryUnusable(
                "The data directory %s holds a register of the version before, in %s: this version keeps its events in SQLite and does not read it."
                        .formatted(directory, file.getFileName()),
                "Go on with the version that wrote it, or give this one a directory of its own: register.data.",
                null);
    }

    static DataDirectoryUnusable readableByOthers(Path directory, Path path, IOException cause) {
        return new DataDirectoryUnusable(
                "Others than its owner may read or change %s in the data directory %s, and that cannot be changed: %s."
                        .formatted(path, directory, cause),
                "Give all files of the directory to the user that runs the register.",
                cause);
    }

    static final class Analyzer extends AbstractFailureAnalyzer<DataDirectoryUnusable> {

        @Override
        protected FailureAnalysis analyze(Throwable root, DataDirectoryUnusable failure) {
            return new FailureAnalysis(failure.getMessage(), failure.remedy, failure);
        }
    }
}
