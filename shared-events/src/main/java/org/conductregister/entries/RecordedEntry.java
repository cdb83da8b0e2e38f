package org.conductregister.entries;

import java.time.Instant;

/**
 * An entry with its position and instant in the log.
 *
 * @param position in the whole log, from 1, without gaps
 * @param recordedAt never before that of a lower position
 * @param recordedBy the user who logged it
 */
public record RecordedEntry(long position, Instant recordedAt, String recordedBy, String correlationId, Entry entry) {}
