/**
 * Tables that leave the register. {@code DataTable} is the one model: a heading, columns, and rows that are made while they are
 * written. {@code TableWriter} writes it in each format.
 *
 * <pre>
 *   DataTable ---&gt; CsvTableWriter    CSV, with the API's names and codes; headed by comments where people asked for a file
 *    heading  ---&gt; CsvwMetadata      what the CSV is, as CSV on the Web
 *    columns  ---&gt; XlsxTableWriter   workbooks: Cover, Notes, Table; words for codes
 *    rows     ---&gt; OdsTableWriter
 * </pre>
 *
 * <p>For example the column {@code Column("force", "Force", TEXT)} with a cell {@code Coded("LANCASHIRE", "Lancashire")} is
 * {@code force} and {@code LANCASHIRE} in CSV, {@code Force} and {@code Lancashire} in workbooks. A name {@code =1+1} is text in
 * all of them: in CSV as {@code '=1+1}. A number that there cannot be is {@code Symbol.NOT_APPLICABLE}, {@code [z]}.
 *
 * <p>{@code tabular.http} chooses the format by what a request accepts or its parameter {@code format}.
 */
@NullMarked
package org.conductregister.query.tabular;

import org.jspecify.annotations.NullMarked;
