package org.conductregister.web.load;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with a deadline for heads: a connection on which the head of a request is not whole after some seconds is closed, however
 * often another byte of it comes. Tomcat itself limits the silence between two bytes alone. Public because Tomcat makes it by its class
 * name.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

    static final Duration LONGEST_HEAD = Duration.ofSeconds(10);

    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    /** When each connection was first seen within a head, in nanoseconds. For the watching thread alone. */
    private final Map<SocketWrapperBase<NioChannel>, Long> inHeadSince = new WeakHashMap<>();

    private @Nullable ScheduledExecutorService watch;

    @Override
    public void start() throws Exception {
        super.start();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("http-heads").daemon().factory());
        var unused = watch.scheduleWithFixedDelay(
                this::closeSlowHeads, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.shutdownNow();
        }
        super.stop();
    }

    private void closeSlowHeads() {
        long now = System.nanoTime();
        for (var connection : getEndpoint().getConnections()) {
            if (!isWithinHead(connection)) {
                inHeadSince.remove(connection);
            } else if (now - inHeadSince.computeIfAbsent(connection, each -> now) > LONGEST_HEAD.toNanos()) {
                connection.close();
            }
        }
    }

    private static boolean isWithinHead(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof AbstractProcessor processor
                && processor.getRequest().getRequestProcessor().getStage() == Constants.STAGE_PARSE;
    }
}
