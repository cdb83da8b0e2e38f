/** Case files over HTTP: the state and the timeline of a case, an officer or a recommendation, as JSON. */
@NullMarked
package org.conductregister.query.casefile.http;

import org.jspecify.annotations.NullMarked;
