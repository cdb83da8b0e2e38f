/** What people read for the codes of the lists that administrators extend. */
@NullMarked
package org.conductregister.web.codelists;

import org.jspecify.annotations.NullMarked;
