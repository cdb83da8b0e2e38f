package org.conductregister.query.integrity.witness;

import java.time.Instant;

/**
 * A witness's signature of a head, which was checked.
 *
 * @param name the witness
 * @param at when it signed, by its own clock
 */
public record Cosignature(String name, Instant at) {}
