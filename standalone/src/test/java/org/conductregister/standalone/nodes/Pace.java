package org.conductregister.standalone.nodes;

/** Keeps callers from taking a core for themselves; nothing is waited for by it. */
final class Pace {

    private static final int MILLIS = 20;

    private Pace() {}

    static void keep() throws InterruptedException {
        keep(MILLIS);
    }

    static void keep(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
