/**
 * Text that people wrote, and the rules of spelling that every text, code and identifier keeps.
 *
 * <p>{@code Confidential} text may name somebody: it is left out for analysts and of the program's log, and its {@code toString} does
 * not show it.
 */
@NullMarked
package org.conductregister.terms.text;

import org.jspecify.annotations.NullMarked;
