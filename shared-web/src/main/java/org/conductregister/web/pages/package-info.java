/** What the pages of both services have in common: layout, navigation, fragments and wording. */
@NullMarked
package org.conductregister.web.pages;

import org.jspecify.annotations.NullMarked;
