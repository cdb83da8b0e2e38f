/**
 * The keys of a running service: where the master key and the wrapped keys lie, and what is said where they do not fit.
 *
 * <pre>
 *   register.keys --&gt; KeyPlaces --&gt; KeyStore, MasterKeyFile --&gt; DataKeys --&gt; SealedFacts --&gt; the log, the views, imports
 * </pre>
 *
 * <p>For example a register whose {@code keys/master-key.json} was not put back does not start, and says so in a sentence; it never
 * makes a new key in the place of one that is missing.
 */
@NullMarked
package org.conductregister.platform.keys;

import org.jspecify.annotations.NullMarked;
