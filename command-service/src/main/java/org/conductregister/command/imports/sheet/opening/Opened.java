package org.conductregister.command.imports.sheet.opening;

import java.util.List;
import org.conductregister.command.imports.sheet.SheetRow;

/** A file, opened as far as it is known which of its sheets and which of its lines matter. */
public sealed interface Opened {

    /** Everything is known. */
    record Known(Sheet sheet) implements Opened {}

    /** Several sheets have rows, and nothing says which is meant. */
    record WhichSheet(List<String> names) implements Opened {}

    /**
     * No line, or more than one, looks like the names of the columns.
     *
     * @param first the rows at the top of the sheet
     */
    record WhichHeader(List<SheetRow> first) implements Opened {}
}
