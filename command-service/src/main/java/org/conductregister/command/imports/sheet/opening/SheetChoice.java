package org.conductregister.command.imports.sheet.opening;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The known part of a sheet before it is opened.
 *
 * @param sheet its name in the workbook; null where it is to be found
 * @param header the line that names the columns, from 1; null where it is to be found
 * @param columns names that the header must have: the row that has them all is the header
 */
public record SheetChoice(@Nullable String sheet, @Nullable Integer header, Set<String> columns) {

    /** Everything is to be found. */
    public static final SheetChoice NONE = new SheetChoice(null, null, Set.of());

    public SheetChoice {
        columns = Set.copyOf(columns);
    }

    SheetChoice ofSheet(String name) {
        return new SheetChoice(name, header, columns);
    }
}
