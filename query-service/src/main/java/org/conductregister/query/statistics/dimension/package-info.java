/** What each unit can be told apart by: its dimensions, and the tuples of their values. */
@NullMarked
package org.conductregister.query.statistics.dimension;

import org.jspecify.annotations.NullMarked;
