package org.conductregister.entries;

import java.time.Instant;

/**
 * An entry as the register recorded it.
 *
 * @param position its place in the whole log, from 1, without gaps
 * @param recordedAt never before that of a lower position
 * @param recordedBy the user who logged it
 */
public record RecordedEntry(long position, Instant recordedAt, String recordedBy, String correlationId, Entry entry) {}
