/** What all HTTP answers have in common: problem documents and limits on request bodies. */
@NullMarked
package org.conductregister.web;

import org.jspecify.annotations.NullMarked;
