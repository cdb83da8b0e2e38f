/** Measures a register of the size of a large force's: how soon it is there, and how long those wait who ask it. */
@NullMarked
package org.conductregister.standalone.asked;

import org.jspecify.annotations.NullMarked;
