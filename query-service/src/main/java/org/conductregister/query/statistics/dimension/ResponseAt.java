package org.conductregister.query.statistics.dimension;

import java.time.LocalDate;
import org.conductregister.recommendations.RecommendationState.Answer;
import org.conductregister.terms.ForceCode;

/**
 * What a force has done about a recommendation by the end of a day.
 *
 * @param dueOn the last day in time
 */
public record ResponseAt(String recommendationId, ForceCode force, LocalDate dueOn, Answer answer, LocalDate day) {}
