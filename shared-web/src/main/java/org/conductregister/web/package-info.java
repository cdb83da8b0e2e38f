/** What all HTTP answers have in common: problem documents, limits on request bodies, API documents. */
@NullMarked
package org.conductregister.web;

import org.jspecify.annotations.NullMarked;
