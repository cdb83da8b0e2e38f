package org.conductregister.web.load;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets reads in while there are {@link ReadPlaces}, and answers others with 503. It stands behind the filters of security, for to verify a
 * password can take long. Requests that write are never kept waiting, nor is the health check, signing in, or what pages are made of. A
 * read that waited for a view without a thread needs a place again once that has come, of those kept for such reads.
 */
public final class ReadPlacesFilter extends OncePerRequestFilter {

    /** The answer to a read for which there is no place in time. */
    public static final Problem TOO_MANY_READS = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "TOO_MANY_READS",
            "The register is busy: too many questions are being answered. Try again in a second.");

    private static final String SECONDS = "1";
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final List<String> ALWAYS_LET_IN =
            List.of("/actuator/", "/assets/", "/webjars/", "/favicon.ico", "/session", "/sign-in", "/signed-out");
    private static final long MILLIS_BETWEEN_LOOKS = 250;

    private final ReadPlaces places;
    private final ReadPlaces resumed;
    private final ProblemWriter problems;
    private @Nullable ScheduledExecutorService watch;

    /** @param resumed the places of reads that have waited for a view: they do not queue behind those that come */
    ReadPlacesFilter(ReadPlaces places, ReadPlaces resumed, ProblemWriter problems) {
        this.places = places;
        this.resumed = resumed;
        this.problems = problems;
    }

    static boolean isRead(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    @Override
    protected void initFilterBean() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("read-places").daemon().factory());
        var unused = watch.scheduleWithFixedDelay(
                this::takeBack, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    private void takeBack() {
        long now = System.nanoTime();
        places.takeBack(now);
        resumed.takeBack(now);
    }

    @Override
    public void destroy() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = RequestedPath.of(request);
        return !isRead(request) || ALWAYS_LET_IN.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean comesAgain = request.getDispatcherType() == DispatcherType.ASYNC;
        var place = (comesAgain ? resumed : places).enter(request);
        if (place == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            problems.write(TOO_MANY_READS, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            place.leave();
        }
    }
}
