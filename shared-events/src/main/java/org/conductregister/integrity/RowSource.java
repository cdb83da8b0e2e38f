package org.conductregister.integrity;

import java.util.List;

/** The entries of a log as they lie, whether or not they are in order. */
public interface RowSource {

    /**
     * Returns the entries at or after a position, in order of position; fewer than asked for only where there are no more.
     *
     * @param limit the most that are wanted
     */
    List<StoredRow> from(long position, int limit);
}
