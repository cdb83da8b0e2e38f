package org.conductregister.platform.datedlists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A day that is known to be a bank holiday, or to be none after all.
 *
 * @param name for people
 * @param holiday whether it is one
 */
@Schema(description = "A day that is a bank holiday in England and Wales, or is none after all.")
public record BankHoliday(LocalDate day, String name, boolean holiday) {}
