package org.conductregister.command.imports.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet from its top, one after the other. For one thread. */
public interface SheetRows extends Closeable {

    /**
     * Returns the next row, blank ones included; null at the end.
     *
     * @throws UnfitSheetException when the file is damaged or goes beyond a limit
     */
    @Nullable
    SheetRow next() throws IOException;

    /** The number of rows returned that the program that made the file does not show, because of a filter or by somebody's choice. */
    default long hidden() {
        return 0;
    }
}
