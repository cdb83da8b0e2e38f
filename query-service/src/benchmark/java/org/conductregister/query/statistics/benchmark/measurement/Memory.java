package org.conductregister.query.statistics.benchmark.measurement;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** Measures the memory in use once nothing is left to collect. */
public final class Memory {

    private Memory() {}

    /** Returns the bytes in use on the heap. */
    public static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Returns the bytes of files mapped into memory. */
    public static long mapped() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("mapped"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
