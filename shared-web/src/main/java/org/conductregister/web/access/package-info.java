/** Authentication and access: who makes a request, and which role may make it. */
@NullMarked
package org.conductregister.web.access;

import org.jspecify.annotations.NullMarked;
