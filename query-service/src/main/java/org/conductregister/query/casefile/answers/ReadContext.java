package org.conductregister.query.casefile.answers;

import org.conductregister.query.pointintime.PointInTime;

/**
 * The times and the position with which a read is answered.
 *
 * @param position the last in the log at {@code times.knownAt()}
 */
public record ReadContext(PointInTime times, long position) {}
