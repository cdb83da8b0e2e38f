package org.conductregister.query.statistics.scan;

import java.util.function.IntConsumer;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.path.UnitState;

/**
 * The versions that are against each person: a counting sort. Four bytes a version and a person.
 *
 * @param versions those of the first person first, ascending for each
 * @param begins by person, the index in {@code versions} of the first of theirs; one more entry for the end
 */
record VersionsByPerson(int[] versions, int[] begins) {

    /**
     * Sorts all versions by person; O(versions + persons).
     *
     * @param persons how many there are
     */
    static VersionsByPerson of(MemberVersions.View versions, int persons) {
        var begins = new int[persons + 1];
        for (int version = 0; version < versions.size(); version++) {
            int person = versions.person(version);
            if (person != UnitState.NOBODY) {
                begins[person + 1]++;
            }
        }
        for (int person = 1; person < begins.length; person++) {
            begins[person] += begins[person - 1];
        }
        var sorted = new int[begins[persons]];
        var next = begins.clone();
        for (int version = 0; version < versions.size(); version++) {
            int person = versions.person(version);
            if (person != UnitState.NOBODY) {
                sorted[next[person]++] = version;
            }
        }
        return new VersionsByPerson(sorted, begins);
    }

    /** Calls an action with each version that is against a person. */
    void forEach(int person, IntConsumer action) {
        for (int i = begins[person]; i < begins[person + 1]; i++) {
            action.accept(versions[i]);
        }
    }
}
