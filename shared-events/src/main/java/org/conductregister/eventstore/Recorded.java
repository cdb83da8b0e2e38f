package org.conductregister.eventstore;

import java.time.Instant;

/**
 * Where and when an entry was recorded.
 *
 * @param position its place in the log, from 1
 * @param recordedAt to the microsecond
 * @param sequence its place among the events of its aggregate, from 0
 */
public record Recorded(String entryId, long position, Instant recordedAt, String aggregateIdentifier, long sequence) {}
