/**
 * A PostgreSQL for tests whose servers can be killed and promoted: a primary and a synchronous standby where PostgreSQL's own
 * programs are installed, else the one server of the other tests.
 *
 * <p>For example after {@code promoteStandby()} the server that was the standby takes entries, and the one that was killed is its
 * standby, copied anew.
 */
@NullMarked
package org.conductregister.standalone.nodes.postgres;

import org.jspecify.annotations.NullMarked;
