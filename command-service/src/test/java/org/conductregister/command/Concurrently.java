package org.conductregister.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at once. */
public final class Concurrently {

    private Concurrently() {}

    /** Starts all at the same moment, each on a thread of its own, and waits for what each has to show. */
    public static <T> List<T> all(List<Callable<T>> people) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(people.size());
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var running = new ArrayList<Future<T>>();
            for (var person : people) {
                running.add(threads.submit(() -> {
                    start.await();
                    return person.call();
                }));
            }
            var shown = new ArrayList<T>();
            for (var each : running) {
                shown.add(each.get());
            }
            return shown;
        }
    }
}
