package org.conductregister.query.statistics.benchmark.oracle;

/** Which allegation of which case. */
public record AllegationKey(String record, String part) {}
