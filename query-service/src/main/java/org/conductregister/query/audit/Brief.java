package org.conductregister.query.audit;

import java.time.Instant;
import org.conductregister.entries.RecordId;

/** An entry, briefly. */
public record Brief(long position, Instant recordedAt, String type, RecordId record) {}
