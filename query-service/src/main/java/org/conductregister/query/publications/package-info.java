/**
 * Figures that were published: what was asked, both times, the definitions and a digest of the table. Each can be reproduced, and
 * says once what is known now differs, with the entries that did it.
 *
 * <pre>
 *   POST /publications --PublishedQuery--&gt; the call of the API --ReproducedFigures--&gt; its table, and the digest
 *                                                                    |
 *   PublicationTable, beside the log  &lt;-- Publication ---------------+
 *                                                                    |
 *   GET /publications: the same call, as known then and now, cell by cell; audit.CountChanges finds the entries
 * </pre>
 *
 * <p>For example "Pending allegations by force" with {@code unit=allegations&groupBy=force&status=…} as at 2 June 2018, known on
 * 9 June 2018, is published. An entry recorded later retracts one of Kent's: the figure is then shown as changed, Kent 4 before
 * and 3 after, with the position of the retraction.
 */
@NullMarked
package org.conductregister.query.publications;

import org.jspecify.annotations.NullMarked;
