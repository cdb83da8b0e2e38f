package org.conductregister.command.imports.run;

import org.conductregister.command.imports.mapping.rows.RowMapper;
import org.conductregister.command.imports.sheet.opening.Sheet;

/**
 * A sheet that leaves no question open, with the mapper of its rows.
 *
 * @param rows the number of rows below the header
 */
public record UnderstoodSheet(Sheet sheet, RowMapper mapper, long rows) {}
