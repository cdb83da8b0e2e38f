package org.conductregister.eventstore;

import java.time.Instant;

/**
 * The position and instant at which an entry was recorded.
 *
 * @param position in the log, from 1
 * @param recordedAt to the microsecond
 * @param sequence among the events of its aggregate, from 0
 */
public record Recorded(String entryId, long position, Instant recordedAt, String aggregateIdentifier, long sequence) {}
