/** The common parts of the pages of both services: layout, navigation, fragments and wording. */
@NullMarked
package org.conductregister.web.pages;

import org.jspecify.annotations.NullMarked;
