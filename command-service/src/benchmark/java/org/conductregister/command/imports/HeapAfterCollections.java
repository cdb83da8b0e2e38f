package org.conductregister.command.imports;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Measures the heap in use after each collection of garbage, from its making on. */
final class HeapAfterCollections {

    private static final int MEBIBYTE = 1024 * 1024;

    private final List<Long> inUse = new ArrayList<>();

    HeapAfterCollections() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                var info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                        .filter(pool -> pool.getKey().startsWith("G1"))
                                        .mapToLong(pool -> pool.getValue().getUsed())
                                        .sum();
                                add(used);
                            },
                            null,
                            null);
        }
    }

    private synchronized void add(long used) {
        inUse.add(used / MEBIBYTE);
    }

    /** The highest of each tenth, in order of time. */
    synchronized List<Long> peaks() {
        int count = inUse.size();
        return IntStream.range(0, Math.min(10, count))
                .mapToObj(tenth ->
                        inUse
                                .subList(tenth * count / 10, Math.max(tenth * count / 10 + 1, (tenth + 1) * count / 10))
                                .stream()
                                .max(Long::compare)
                                .orElseThrow())
                .toList();
    }
}
