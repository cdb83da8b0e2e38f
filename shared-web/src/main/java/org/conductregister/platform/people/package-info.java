/** Who somebody is to the register: a person with roles, forces and, where they serve with the police, a number as an officer. */
@NullMarked
package org.conductregister.platform.people;

import org.jspecify.annotations.NullMarked;
