/**
 * Mappings: the meaning of the columns of somebody's sheets.
 *
 * <pre>
 *   JSON -- kept.MappingReader --&gt; Mapping -- rows.RowMapper(header) --&gt; facts of a row, in order
 *                                     |                                     each read, or refused with its column
 *                               kept.Mappings (the table, by name)
 * </pre>
 *
 * <p>For example {@code {"force": "KENT", "ids": {"case": "K-{No}"}, "facts": [{"type": "CaseOpened", "occurredOn":
 * "{Received}", …}, {"type": "CaseClosed", "when": "{Closed}", "occurredOn": "{Closed}"}]}} makes of the row {@code
 * 7/19,3/2/2019,} of a sheet {@code No,Received,Closed} the opening of case {@code K-7-19} on 3 February 2019; the closing
 * is left out, because its cell is blank.
 */
@NullMarked
package org.conductregister.command.imports.mapping;

import org.jspecify.annotations.NullMarked;
