package org.conductregister.query.statistics.dimension;

import java.time.LocalDate;
import org.conductregister.recommendations.RecommendationState.Answer;
import org.conductregister.terms.codes.ForceCode;

/**
 * The answer of a force to a recommendation, at the end of a day.
 *
 * @param dueOn the last day on which an answer is in time
 */
public record ResponseAt(String recommendationId, ForceCode force, LocalDate dueOn, Answer answer, LocalDate day) {}
