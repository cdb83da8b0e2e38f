package org.conductregister.query.statistics.dimension;

import java.util.Set;

/**
 * The traits of an allegation that decide whether its case, or a referral of it, is in a population. Equal for equal
 * values.
 *
 * @param category its code
 * @param workforce UNKNOWN where it is not stated
 * @param tags its own and its case's
 */
public record AllegationTraits(String category, String workforce, Set<String> tags) {}
