/**
 * Legal holds, and the erasure of personal data, by administrators.
 *
 * <pre>
 *   page, API --&gt; Erasures: no hold, nothing pending --&gt; PersonalDataErased in the log --&gt; the keys destroyed --&gt; search index,
 *                                                                                      files of imports: what they held is gone
 * </pre>
 *
 * <p>For example an officer's record is asked to be erased while a case against them is pending: refused, naming that case. Once
 * it is closed, the name and all texts of the record read {@code [erased]}; every count stays what it was.
 */
@NullMarked
package org.conductregister.command.erasure;

import org.jspecify.annotations.NullMarked;
