package org.conductregister.web.load;

import java.time.Duration;
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
    private static final long NOT_BEGUN = -1;

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
        for (var connection : getEndpoint().getConnections()) {
            if (isSlowWithinHead(connection)) {
                connection.close();
            }
        }
    }

    /** Between two reads of a head the stage is that of the end; a request that is answered has no time at which it began. */
    private static boolean isSlowWithinHead(SocketWrapperBase<NioChannel> connection) {
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)) {
            return false;
        }
        var request = processor.getRequest();
        int stage = request.getRequestProcessor().getStage();
        long began = request.getStartTimeNanos();
        return (stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED)
                && began != NOT_BEGUN
                && System.nanoTime() - began > LONGEST_HEAD.toNanos();
    }
}
