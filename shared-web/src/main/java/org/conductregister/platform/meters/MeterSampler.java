package org.conductregister.platform.meters;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.conductregister.platform.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks stores for what meters show, every {@value #EVERY_SECONDS} s from when the program is ready, in a thread of its own: where a
 * store does not answer, a scrape shows what was known before. Thread-safe.
 */
public final class MeterSampler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MeterSampler.class);
    private static final int EVERY_SECONDS = 5;

    private final List<Runnable> samples = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Background.threads("meters"));

    /**
     * Has one more sample taken each time, in the order added.
     *
     * @param sample may fail, which is logged for debugging alone
     */
    public void add(Runnable sample) {
        samples.add(sample);
    }

    void begin() {
        var unused = thread.scheduleWithFixedDelay(
                this::takeAll, 0, Duration.ofSeconds(EVERY_SECONDS).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void takeAll() {
        for (var sample : samples) {
            try {
                sample.run();
            } catch (RuntimeException e) {
                log.debug("A sample could not be taken", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
