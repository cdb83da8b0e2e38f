package org.conductregister.integrity;

import java.time.Instant;

/**
 * An administrator's word that a log that contradicts its heads is the one to go on with. From it on the log has another name, for
 * no head of one name may contradict another.
 *
 * @param origin the name that heads have from then on
 * @param sentence how the log differed
 */
public record AcceptedChange(Instant acceptedAt, String by, String reason, String sentence, String origin) {}
