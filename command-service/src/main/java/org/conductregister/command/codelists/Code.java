package org.conductregister.command.codelists;

import io.swagger.v3.oas.annotations.media.Schema;

/** A code and what people read for it. */
@Schema(description = "A code and what people read for it.")
public record Code(String code, String label) {}
