/**
 * The pages and calls of auditors: the log itself, the replay of a case, what was known when, and why a number changed.
 */
@NullMarked
package org.conductregister.query.audit;

import org.jspecify.annotations.NullMarked;
