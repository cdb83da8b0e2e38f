/**
 * Keeps the register answering under load and attack by limits on how slowly a request may arrive, on how many reads are answered at
 * once, and by letting those that must wait do so without a thread.
 *
 * <p>For example, a client that sends one byte of a body each five seconds has it cut after ten, since the body came at less than
 * a kilobyte a second; and a head that is not whole after ten seconds ends its connection, which held no thread meanwhile.
 *
 * <p>A read goes through these, each of which gives way to the next:
 *
 * <pre>
 * DeadlineProtocol    the head is whole within ten seconds
 * SecurityFilterChain who it is, and whether they may
 * ReadPlacesFilter    a place among those answered, within a second, or 503
 * SuspendedRequests   a view is behind: the thread and the place go, and the read begins again once the view has come
 * </pre>
 */
@NullMarked
package org.conductregister.web.load;

import org.jspecify.annotations.NullMarked;
