/**
 * The stored form of events: a name and a revision of the register's own, and JSON.
 *
 * <pre>
 *   CaseClosed(2019-02-03) --&gt; FactSerializer --&gt; NewEvent: case.closed, 1, {"occurredOn":"2019-02-03"} --&gt; a row
 *                                                                                                             |
 *   the fact of today's class &lt;-- Upcasters (revision by revision) &lt;-- StoredEvent &lt;---------------------------+
 * </pre>
 *
 * <p>Java names may change, stored names never do. A type that this program does not know is an exception, never skipped.
 */
@NullMarked
package org.conductregister.eventstore.stored;

import org.jspecify.annotations.NullMarked;
