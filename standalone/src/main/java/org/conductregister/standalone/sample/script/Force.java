package org.conductregister.standalone.sample.script;

import org.conductregister.terms.codes.ForceCode;

/**
 * A force as the sample sees it.
 *
 * @param prefix of the numbers of its cases and officers
 * @param size in about hundreds of officers: how large a share of the cases falls to it
 */
public record Force(ForceCode code, String prefix, int size) {}
