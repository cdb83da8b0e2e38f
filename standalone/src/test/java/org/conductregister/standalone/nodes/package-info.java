/**
 * Tests several of each service, as processes, on one PostgreSQL and one MongoDB, while faults befall them.
 *
 * <pre>
 *   Faults (by a seed) --&gt; Cluster: Node, Node (command), Node, Node (query) --Relay--&gt; Postgres: primary, standby
 *   Writer, Importer, Reader --Gateway--&gt;     |                               --Relay--&gt; MongoDB
 *                 +-- Told: receipts, Claims --&gt; Verdict &lt;-- Fold &lt;-- the log itself
 * </pre>
 *
 * <p>For example a reader is told by {@code query-2} that 312 allegations are pending at position 4,711: a claim, which holds
 * if the fold of the first 4,711 entries has 312 pending ones.
 */
@NullMarked
package org.conductregister.standalone.nodes;

import org.jspecify.annotations.NullMarked;
