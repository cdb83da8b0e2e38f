package org.conductregister.web.codelists;

import org.conductregister.entries.CodeList;
import org.jspecify.annotations.Nullable;

/** What people read for a code, wherever it is shown. Thread-safe. */
@FunctionalInterface
public interface CodeLabels {

    /** The label that the list has for the code; null where the code is not on the list. */
    @Nullable
    String of(CodeList list, String code);
}
