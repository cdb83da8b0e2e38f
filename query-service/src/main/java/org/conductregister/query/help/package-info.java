/** What the words mean, for those who are new to them. */
@NullMarked
package org.conductregister.query.help;

import org.jspecify.annotations.NullMarked;
