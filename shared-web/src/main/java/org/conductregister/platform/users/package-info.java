/**
 * The users of the register: those to try it with, and those that administrators of the standalone edition keep in a file.
 *
 * <p>{@link org.conductregister.platform.users.Users} holds them all in memory and writes the file anew at each change. A
 * password is stored as a slow salted hash with the name of its algorithm; one that was verified is remembered for some
 * minutes under a key of the process, so that programs which send it with every call pay for one hash, not for thousands.
 */
@NullMarked
package org.conductregister.platform.users;

import org.jspecify.annotations.NullMarked;
