/**
 * The code lists that administrators extend, as both sides read them: the codes the product comes with, and those kept in
 * a table beside the event log. The command side adds to them through {@link
 * org.conductregister.platform.codelists.KnownCodes}; everybody else reads them through {@link
 * org.conductregister.platform.codelists.ListedCodes}.
 */
@NullMarked
package org.conductregister.platform.codelists;

import org.jspecify.annotations.NullMarked;
