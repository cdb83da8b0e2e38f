package org.conductregister.query.statistics.benchmark.measured;

import java.lang.management.ManagementFactory;

/** The heap that is in use once nothing is left to collect. */
public final class Memory {

    private Memory() {}

    /** In bytes. */
    public static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
