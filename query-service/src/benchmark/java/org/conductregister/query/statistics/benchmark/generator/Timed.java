package org.conductregister.query.statistics.benchmark.generator;

import org.conductregister.entries.Entry;

/**
 * An entry with the instant at which it is recorded.
 *
 * @param recordedAt in microseconds since 1970-01-01
 */
public record Timed(long recordedAt, Entry entry) {}
