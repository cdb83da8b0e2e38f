package org.conductregister.platform;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs background work, such as an import or a view that follows the log, at a lower priority than the requests of
 * users. It matters only where there are fewer cores than work.
 */
public final class Background {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private Background() {}

    /** Threads of one name whose work, and that of threads they start, gives way. They do not keep the process going. */
    public static ThreadFactory threads(String name) {
        return threads(name, Scheduler.NICER);
    }

    /**
     * Threads likewise of work that reads wait for: it gives way less. Where many read and write at once it would else fall so far behind
     * that nearly all reads that wait for it are refused.
     */
    public static ThreadFactory threadsThatReadsWaitFor(String name) {
        return threads(name, Scheduler.SLIGHTLY_NICER);
    }

    private static ThreadFactory threads(String name, int nicer) {
        return work -> Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            giveWay(nicer);
            work.run();
        });
    }

    /** Linux does not look at the priority that Java gives a thread, unless the process may raise it too. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it; people wait less
    private static void giveWay(int nicer) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (Platform.isLinux()) {
            try {
                Scheduler.setpriority(Scheduler.OF_THREAD, Scheduler.THIS_THREAD, Scheduler.usual() + nicer);
            } catch (LinkageError e) {
                log.info(
                        "{} has the priority of all others: {}",
                        Thread.currentThread().getName(),
                        e.getMessage());
            }
        }
    }

    /** Calls {@code setpriority(2)} of the C library. */
    private static final class Scheduler {

        static final int OF_THREAD = 0;
        static final int THIS_THREAD = 0;

        /** A third of the time that a thread of the usual niceness is given where both want the same core. */
        static final int NICER = 5;

        /** Four fifths of it. */
        static final int SLIGHTLY_NICER = 1;

        static {
            Native.register(Scheduler.class, Platform.C_LIBRARY_NAME);
        }

        /** Returns the priority of the thread with which the process began. */
        static int usual() {
            return getpriority(
                    OF_THREAD, Math.toIntExact(ProcessHandle.current().pid()));
        }

        static native int getpriority(int which, int who);

        static native int setpriority(int which, int who, int nice);
    }
}
