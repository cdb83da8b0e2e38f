package org.conductregister.command.imports;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Wall time and processor time of this process; the machine may be shared. */
final class Stopwatch {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long nanos;
    private long processorNanos;
    private long entries;

    static Stopwatch start() {
        var watch = new Stopwatch();
        watch.resume();
        return watch;
    }

    static Stopwatch paused() {
        return new Stopwatch();
    }

    void resume() {
        nanos -= System.nanoTime();
        processorNanos -= MACHINE.getProcessCpuTime();
    }

    void pause() {
        nanos += System.nanoTime();
        processorNanos += MACHINE.getProcessCpuTime();
    }

    void stop(long entries) {
        if (nanos < 0) {
            pause();
        }
        this.entries = entries;
    }

    double rate() {
        return entries * 1e9 / nanos;
    }

    double rateOfProcessor() {
        return entries * 1e9 / processorNanos;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d entries in %.1f s: %,.0f a second; %.1f s of processor time",
                entries,
                nanos / 1e9,
                rate(),
                processorNanos / 1e9);
    }
}
