package org.conductregister.standalone.sample;

import org.conductregister.standalone.sample.script.EntryCollector;

/**
 * One published source: what it said, and the cases that come out so. To change the sample, change the figures in a plan;
 * a test holds each plan to its source.
 */
interface Plan {

    void write(EntryCollector collector);
}
