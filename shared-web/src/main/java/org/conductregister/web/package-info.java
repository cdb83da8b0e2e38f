/** What every HTTP answer shares: problem documents, limits on what is read. */
@NullMarked
package org.conductregister.web;

import org.jspecify.annotations.NullMarked;
