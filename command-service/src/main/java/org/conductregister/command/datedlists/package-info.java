/** The headcounts of forces and the bank holidays that administrators keep, over HTTP and on pages. */
@NullMarked
package org.conductregister.command.datedlists;

import org.jspecify.annotations.NullMarked;
