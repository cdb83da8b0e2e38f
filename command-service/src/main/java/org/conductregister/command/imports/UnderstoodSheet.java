package org.conductregister.command.imports;

import org.conductregister.command.imports.mapping.RowMapper;
import org.conductregister.command.imports.sheet.Sheet;

/**
 * A sheet that leaves no question open, with the mapper of its rows.
 *
 * @param rows the number of rows below the header
 */
record UnderstoodSheet(Sheet sheet, RowMapper mapper, long rows) {}
