/**
 * Keeps of a user's forms for an hour, in memory, pages that answered one, and what was typed into one that could not be
 * taken.
 *
 * <p>For example, a form is refused for a day in the future. The answer to the POST is a redirect to the form's own address with
 * {@code ?answer=} and a key, where the page with the fault stands: going back later, or loading it again, sends nothing twice. When the
 * session had ended, the redirect leads to the sign-in page, and from there to the form's address with {@code ?typed=} and a key,
 * where what was typed is shown again.
 */
@NullMarked
package org.conductregister.web.kept;

import org.jspecify.annotations.NullMarked;
