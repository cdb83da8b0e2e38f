package org.conductregister.command.imports;

/**
 * What an import was sent as, and by whom.
 *
 * @param format in which its lines are read
 */
record Upload(Format format, String recordedBy, String correlationId) {

    enum Format {
        NDJSON,
        CSV
    }
}
