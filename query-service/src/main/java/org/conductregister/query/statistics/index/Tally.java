package org.conductregister.query.statistics.index;

import java.util.List;
import org.conductregister.query.statistics.Table.Group;

/** Counts as it goes along points, in any order. */
interface Tally {

    /** @param point by its place in the columns */
    void add(int point);

    /** What the points added so far amount to, in order of the groups. */
    List<Group> groups();
}
