/**
 * Tests several of each service, as processes, on one PostgreSQL and one MongoDB, while faults befall them.
 *
 * <pre>
 *   Faults (by a seed) --&gt; Cluster: Node, Node (command), Node, Node (query) --Relay--&gt; PostgreSQL
 *   Writers, Importer, Readers --HTTP--&gt;     |                               --Relay--&gt; MongoDB
 *                 +-- what was acknowledged --&gt; Verdict &lt;-- the log itself
 * </pre>
 */
@NullMarked
package org.conductregister.standalone.nodes;

import org.jspecify.annotations.NullMarked;
