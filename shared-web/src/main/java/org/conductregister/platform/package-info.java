/** Auto-configuration that both services need: clock, event log, transactions, correlation ids. */
@NullMarked
package org.conductregister.platform;

import org.jspecify.annotations.NullMarked;
