package org.conductregister.query.pointintime;

import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import org.conductregister.web.load.ReadPlaces;
import org.conductregister.web.load.SuspendedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The wait of a read for its views: how long it has lasted, and where the log ended when the read came. It is kept with the request, which may be answered in
 * several passes ({@link SuspendedRequests}): each of them waits for the same, and all together no longer
 * than {@link #LONGEST}, or less where the read is hurried ({@link ReadPlaces}). For one thread at a time.
 */
final class ReadWait {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String ATTRIBUTE = ReadWait.class.getName();

    private final long began = System.nanoTime();
    private final IdentityHashMap<Head, Long> before = new IdentityHashMap<>();
    private @Nullable LogEnd logEnd;

    /** Whether the present thread answers a request that can wait without it. */
    static boolean canBeSuspended() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes read
                && SuspendedRequests.of(read) != null;
    }

    /** Lets another read be answered while this one waits with its thread. */
    static void leavePlace() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes read) {
            ReadPlaces.leave(read.getRequest());
        }
    }

    private static @Nullable ReadWait begun() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (ReadWait) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    /** Returns the wait of the present request, which begins now unless it has begun; a new one outside of requests. */
    static ReadWait current() {
        var begun = begun();
        if (begun != null) {
            return begun;
        }
        var wait = new ReadWait();
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, wait, RequestAttributes.SCOPE_REQUEST);
        }
        return wait;
    }

    /** Returns where the log ended when the present request came, where it has been suspended since; else where it ends now. */
    static LogEnd logEnd(LogEnd now) {
        var begun = begun();
        return begun == null || begun.logEnd == null ? now : begun.logEnd;
    }

    /** Keeps where the log ended, for the passes that follow. */
    void keep(long position, Instant latestBeside) {
        if (logEnd == null) {
            logEnd = new LogEnd() {
                @Override
                public long position() {
                    return position;
                }

                @Override
                public Instant latestBeside() {
                    return latestBeside;
                }
            };
        }
    }

    /** Returns the position of a view when it was first waited for. */
    long before(Head head) {
        return before.computeIfAbsent(head, view -> view.now().position());
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Zero or less once the time is over. */
    Duration left() {
        var left = LONGEST.minus(waited());
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes read
                ? ReadPlaces.left(read.getRequest(), left)
                : left;
    }
}
