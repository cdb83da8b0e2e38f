/**
 * Keeps the register answering under load and attack by limits on how slowly a request may arrive.
 *
 * <p>For example, a client that sends one byte of a body each five seconds has it cut after ten, since the body came at less than
 * a kilobyte a second; and a head that is not whole after ten seconds ends its connection, which held no thread meanwhile.
 */
@NullMarked
package org.conductregister.web.load;

import org.jspecify.annotations.NullMarked;
