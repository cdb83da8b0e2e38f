/**
 * The further consequences of recording a fact, so that nobody is surprised by them: told on a form before the fact
 * is recorded, and to programs with the answer.
 *
 * <pre>
 *  CaseClosed         allegations still pending are closed with it        ALLEGATIONS_CLOSED_WITH_CASE
 *                     it had to be referred, and stays on the worklist    REFERRAL_STILL_DUE
 *  OfficerRegistered  they were dismissed: it says that they came back    REGISTERED_AFTER_DISMISSAL
 *                     they are on the barred list                         REGISTERED_WHILE_BARRED
 * </pre>
 *
 * <p>Nothing here refuses: the facts are recorded as they are stated.
 */
@NullMarked
package org.conductregister.command.consequences;

import org.jspecify.annotations.NullMarked;
