/** What the pages share that count. */
@NullMarked
package org.conductregister.query.statistics.pages;

import org.jspecify.annotations.NullMarked;
