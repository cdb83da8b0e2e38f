package org.conductregister.platform.codelists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a code list.
 *
 * @param at when it was recorded
 * @param label null where the label stays as it was
 * @param upheld null where it stays as it was
 */
record SaidOfCode(
        Instant at,
        String code,
        @Nullable String label,
        @Nullable Boolean upheld) {}
