package org.conductregister.platform.datedlists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.conductregister.terms.Workforce;

/**
 * How many people of one workforce a force employed on a day.
 *
 * @param force a code on the list of forces
 * @param asAt the day
 * @param count not negative
 */
@Schema(description = "How many people of one workforce a force employed on a day.")
public record Headcount(String force, Workforce workforce, LocalDate asAt, int count) {}
