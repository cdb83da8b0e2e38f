/**
 * Sessions of people who signed in with the form: begun, kept alive by use, and ended.
 *
 * <p>The browser has a cookie of three parts, {@code id.usedAt.signature}. The id is 256 random bits; beside the log lies a row
 * with its hash, whose session it is, when it began, and a secret of the session's own, with which {@code usedAt} is signed. So a
 * session in use writes nothing, and every node knows it.
 *
 * <p>For example, Jane signs in at 9:00: one row is appended, and her browser has the id. At 9:20 she opens a page and gets the cookie
 * anew, signed for 9:20. At 9:50 it is over, unless she used it; at 21:00 in any case. When she signs out at 9:30, another row
 * says so, and every copy of the cookie is worthless.
 */
@NullMarked
package org.conductregister.web.sessions;

import org.jspecify.annotations.NullMarked;
