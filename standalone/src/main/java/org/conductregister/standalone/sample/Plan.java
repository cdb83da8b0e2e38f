package org.conductregister.standalone.sample;

/**
 * One published source: what it said, and the cases that come out so. To change the sample, change the figures in a plan;
 * a test holds each plan to its source.
 */
interface Plan {

    void write(EntryCollector collector);
}
