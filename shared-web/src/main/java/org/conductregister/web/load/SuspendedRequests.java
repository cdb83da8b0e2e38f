package org.conductregister.web.load;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads that wait without a thread. A read that has to wait is suspended: its thread leaves it unanswered, and once what it waits for has
 * come, or its time is over, a thread of the server answers it from the start. Each pass is one thread's alone, and the second begins
 * when the first has left, since the server dispatches only then. Whoever was signed in at the first pass is so at the second.
 *
 * <p>Filters see {@link HttpServletRequest#isAsyncStarted()} of a request that their thread leaves unanswered. Thread-safe.
 */
public final class SuspendedRequests implements DisposableBean {

    /** The most reads that wait at once; a further one waits with its thread. */
    static final int MOST = 5_000;

    private static final Logger log = LoggerFactory.getLogger(SuspendedRequests.class);

    private static final String OFFERED = SuspendedRequests.class.getName();
    private static final Duration BEYOND_ITS_TIME = Duration.ofSeconds(30);

    /** Its own thread, started now: a thread of the server that it wakes has not the low priority of those that follow the log. */
    private final ScheduledThreadPoolExecutor resuming = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("resuming-reads").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // once the register ends, views go on for a moment

    private final RequestAttributeSecurityContextRepository signedIn = new RequestAttributeSecurityContextRepository();

    SuspendedRequests() {
        resuming.setRemoveOnCancelPolicy(true);
        resuming.prestartAllCoreThreads();
    }

    /** Offers itself to the requests of a server. Without a server, as in tests of controllers, nothing can be suspended. */
    void offerTo(ServletContext server) {
        server.setAttribute(OFFERED, this);
    }

    /** Returns what can suspend a read; null where it must wait with its thread: part of it is answered, or too many wait. */
    public static @Nullable SuspendedRequests of(ServletRequestAttributes read) {
        var response = read.getResponse();
        var request = read.getRequest();
        return request.getServletContext().getAttribute(OFFERED) instanceof SuspendedRequests suspended
                        && ReadPlacesFilter.isRead(request)
                        && response != null
                        && !response.isCommitted()
                        && !request.isAsyncStarted()
                        && suspended.waiting() < MOST
                ? suspended
                : null;
    }

    /**
     * Suspends a read, whose thread must then leave it as it is.
     *
     * @param longest after which it is answered in any case
     * @param whenReady is given what resumes the read, to be done by any thread as soon as it need not wait; returns what gives that up
     */
    public void suspend(
            HttpServletRequest request,
            HttpServletResponse response,
            Duration longest,
            Function<Runnable, Runnable> whenReady) {
        signedIn.saveContext(SecurityContextHolder.getContext(), request, response);
        var async = request.startAsync();
        async.setTimeout(longest.plus(BEYOND_ITS_TIME).toMillis());
        var resumed = new AtomicBoolean();
        var inTime = new AtomicReference<@Nullable Future<?>>();
        Runnable resume = () -> {
            if (resumed.compareAndSet(false, true)) {
                cancel(inTime.get());
                dispatch(async);
            }
        };
        var giveUp = whenReady.apply(() -> resuming.execute(resume));
        inTime.set(resuming.schedule(
                () -> {
                    giveUp.run();
                    resume.run();
                },
                longest.toNanos(),
                TimeUnit.NANOSECONDS));
    }

    private static void cancel(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    private static void dispatch(AsyncContext async) {
        try {
            async.dispatch();
        } catch (IllegalStateException callerLeft) {
            log.debug("A read that waited is no longer there", callerLeft);
        }
    }

    /** Returns the number of reads that wait now. */
    public int waiting() {
        return resuming.getQueue().size();
    }

    @Override
    public void destroy() {
        resuming.shutdownNow();
    }
}
