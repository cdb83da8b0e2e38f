package org.conductregister.platform;

import java.util.List;
import org.conductregister.integrity.moving.LogTable;

/** Something that keeps tables beside the log on which answers depend, so that they move with it. */
public interface MovesWithLog {

    /** Returns the tables. */
    List<? extends LogTable> movedTables();
}
