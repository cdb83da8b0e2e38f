package org.conductregister.query.statistics.benchmark.truth;

/** Which allegation of which case. */
public record Place(String record, String part) {}
