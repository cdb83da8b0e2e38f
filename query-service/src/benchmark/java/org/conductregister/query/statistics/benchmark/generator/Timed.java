package org.conductregister.query.statistics.benchmark.generator;

import org.conductregister.entries.Entry;

/** @param recordedAt in microseconds since 1970-01-01 */
public record Timed(long recordedAt, Entry entry) {}
