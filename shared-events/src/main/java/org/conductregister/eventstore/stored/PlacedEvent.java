package org.conductregister.eventstore.stored;

/**
 * An event with its place in the log, as a row is written.
 *
 * @param recordedAt in microseconds since 1970-01-01T00:00:00Z
 * @param salt random bytes that are kept with the event
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PlacedEvent(long position, long recordedAt, NewEvent event, byte[] salt) {}
