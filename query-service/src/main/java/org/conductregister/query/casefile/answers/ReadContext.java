package org.conductregister.query.casefile.answers;

import org.conductregister.query.pointintime.PointInTime;

/**
 * What a read is answered with.
 *
 * @param position the last in the log at {@code times.knownAt()}
 */
public record ReadContext(PointInTime times, long position) {}
