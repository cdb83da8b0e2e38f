/** What the pages of both services share: layout, navigation, fragments, and the words they speak. */
@NullMarked
package org.conductregister.web.pages;

import org.jspecify.annotations.NullMarked;
