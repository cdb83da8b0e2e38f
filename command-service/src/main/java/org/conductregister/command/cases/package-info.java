/** Cases, decided. */
@NullMarked
package org.conductregister.command.cases;

import org.jspecify.annotations.NullMarked;
