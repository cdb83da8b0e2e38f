/**
 * The sample register: fictional people and cases whose counts come out as figures that were published. Each {@link
 * org.conductregister.standalone.sample.Plan} says what was published and what it makes of it.
 */
@NullMarked
package org.conductregister.standalone.sample;

import org.jspecify.annotations.NullMarked;
