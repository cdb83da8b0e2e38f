/**
 * Tables for publication over HTTP: {@code ExportController} reads a question and a rule, has {@code DisclosureControl} decide, and
 * writes the table in any format, with {@code [c]} in hidden cells, or refuses with what would be safe.
 */
@NullMarked
package org.conductregister.query.disclosure.http;

import org.jspecify.annotations.NullMarked;
