/** The help page, which explains the terms to newcomers. */
@NullMarked
package org.conductregister.query.help;

import org.jspecify.annotations.NullMarked;
