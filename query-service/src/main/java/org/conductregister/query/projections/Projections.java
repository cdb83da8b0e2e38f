package org.conductregister.query.projections;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The views, each following the log while the program runs. They stop once no request is under way any more: a read that waits for
 * an entry would else wait in vain.
 */
public final class Projections implements SmartLifecycle {

    /** Before that of the web server, which stops in the reverse order. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final Map<String, Projection> byName = new TreeMap<>();
    private volatile boolean running;

    Projections(Collection<Projection> projections) {
        for (var projection : projections) {
            if (byName.put(projection.view().name(), projection) != null) {
                throw new IllegalArgumentException(
                        "Two views are named " + projection.view().name());
            }
        }
    }

    /** In order of their names. */
    public Collection<Projection> all() {
        return byName.values();
    }

    public Optional<Projection> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public void start() {
        running = true;
        all().forEach(Projection::start);
    }

    @Override
    public void stop() {
        all().parallelStream().forEach(Projection::stop);
        running = false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
