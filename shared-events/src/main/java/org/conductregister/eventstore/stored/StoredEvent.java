package org.conductregister.eventstore.stored;

import java.time.Instant;

/**
 * An event as stored in the log, neither parsed nor upcast.
 *
 * @param position in the log, from 1
 * @param recordedAt to the microsecond
 * @param sequence among the events of its aggregate, from 0
 * @param type the stored name and revision
 * @param payload JSON
 * @param metadata a flat JSON object of strings
 */
public record StoredEvent(
        long position,
        Instant recordedAt,
        String entryId,
        String aggregateType,
        String aggregateIdentifier,
        long sequence,
        StoredType type,
        String payload,
        String metadata) {}
