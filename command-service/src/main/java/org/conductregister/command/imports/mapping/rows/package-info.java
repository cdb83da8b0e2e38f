/**
 * The rows of a sheet as a mapping reads them.
 *
 * <pre>
 *   SheetRow --&gt; RowMapper --&gt; FactReading, for each fact --&gt; MappedRow: Stated.Read or Stated.Unreadable, in the order of the mapping
 *                  |-- CellReader    days, as the columns' orders and the answers say
 *                  |-- FieldValues   codes, found by code or by the words for it
 *                  +-- Identifiers   numbers of the sheet as identifiers, no two numbers the same identifier
 * </pre>
 *
 * <p>For example the number {@code 7/19} under the template {@code K-{No}} becomes the case {@code K-7-19}; a later row with {@code
 * 7 19} would become the same identifier and is refused. An entry's identity is made from its content ({@code ContentIdentity}), so
 * that the same sheet sent twice records nothing twice.
 */
@NullMarked
package org.conductregister.command.imports.mapping.rows;

import org.jspecify.annotations.NullMarked;
