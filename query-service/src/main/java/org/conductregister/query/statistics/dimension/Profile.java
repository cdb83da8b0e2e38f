package org.conductregister.query.statistics.dimension;

import java.util.Set;

/**
 * What of an allegation decides whether its case is in a population.
 *
 * @param workforce UNKNOWN where nobody told
 * @param tags its own and its case's
 */
public record Profile(String category, String workforce, Set<String> tags) {}
