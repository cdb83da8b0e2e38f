package org.conductregister.query.statistics.path;

/** A case in memory whose paths depend on how persons stand. */
interface RetraceableCase {

    /**
     * Makes sure that the paths are known from a day on, as everything they depend on is now. To be called before any of
     * that changes.
     *
     * @return traces the paths again from that day on; to be run once it has changed
     */
    Runnable prepareFrom(int day);
}
