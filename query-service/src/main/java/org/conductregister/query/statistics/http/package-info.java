/**
 * Counts over HTTP. {@code StatisticsController} reads a question with {@code QuestionReader}, asks the engine, and writes the
 * answer with {@code Answers} and the {@code Definitions} of what it counts; {@code AskedCodes} refuses codes that no list has,
 * and {@code StatisticsDocuments} describes it all in the API document. {@code MovementController}, and what else begins with
 * {@code Movement}, does the same for durations and flows.
 */
@NullMarked
package org.conductregister.query.statistics.http;

import org.jspecify.annotations.NullMarked;
