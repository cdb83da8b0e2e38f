/** What several pages with counts share: the choices of their forms, and their limits in words. */
@NullMarked
package org.conductregister.query.statistics.pages;

import org.jspecify.annotations.NullMarked;
