package org.conductregister.command.imports;

import java.io.IOException;
import org.conductregister.command.imports.sheet.Lines;
import org.jspecify.annotations.Nullable;

/**
 * What an import was sent as, and by whom.
 *
 * @param format in which its lines are read
 * @param name of the file, as its sender calls it; null where a program sent it
 * @param lines about how many it has; null where a program sent it, and they were not counted
 * @param mapping what its columns mean; null where its header names fields
 */
record Upload(
        Format format,
        String recordedBy,
        String correlationId,
        @Nullable String name,
        @Nullable Long lines,
        @Nullable Mapping mapping) {

    enum Format {
        NDJSON,
        CSV
    }

    /** By a program. */
    static Upload sent(Format format, String recordedBy, String correlationId) {
        return new Upload(format, recordedBy, correlationId, null, null, null);
    }

    /** @throws CsvHeaderException when its first line does not name fields, and nothing else says what its columns mean */
    EntryTrees trees(Lines of) throws IOException {
        return switch (format) {
            case NDJSON -> new NdjsonTrees(of);
            case CSV -> mapping == null ? new CsvTrees(of) : new MappedTrees(of, mapping);
        };
    }
}
