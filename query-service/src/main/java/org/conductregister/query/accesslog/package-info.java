/**
 * Shows auditors who looked at what: as a page, {@code /audit/access}, and as lines, {@code /api/v1/access-log}. The entries are
 * written by {@code org.conductregister.web.accesslog}; here those about a case that the auditor may not see are withheld.
 *
 * <p>An example: an auditor opens a case and follows "Who looked at this case" to {@code /audit/access?record=case/LAN-1}, which
 * lists the latest looks at it first, their own among them.
 */
@NullMarked
package org.conductregister.query.accesslog;

import org.jspecify.annotations.NullMarked;
