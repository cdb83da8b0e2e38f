package org.conductregister.platform.codelists;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A code of a list.
 *
 * @param label what people read for it
 */
@Schema(description = "A code and what people read for it.")
public record Code(String code, String label) {}
