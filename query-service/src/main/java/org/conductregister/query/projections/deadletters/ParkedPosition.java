package org.conductregister.query.projections.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is stored: without its entry, which is in the log.
 *
 * @param sequence the record that later entries wait for
 * @param causeType the class of the failure; null where it waits for an earlier one of its sequence
 */
record ParkedPosition(
        long position,
        String sequence,
        Instant enqueuedAt,
        Instant lastTouched,
        @Nullable String causeType,
        @Nullable String causeMessage) {}
