/** Growing columns, dictionaries, zone maps and codecs: each a structure of the literature, appended to by one thread. */
@NullMarked
package org.conductregister.query.statistics.column;

import org.jspecify.annotations.NullMarked;
