package org.conductregister.web.load;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.conductregister.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Ends requests whose body comes too slowly, before anything else looks at them: after ten seconds it must have come at
 * {@value #BYTES_A_SECOND} bytes a second or faster. A body that is left when the request is answered is read on while it comes fast, so that
 * who sends it gets to read the answer, and else cut off. No more than {@value #MOST} bodies arrive at once, which leaves threads
 * for requests that have none. A silence within a body is limited by {@code server.tomcat.connection-timeout}.
 */
final class SlowBodyValve extends ValveBase {

    static final int MOST = 600;
    static final long BYTES_A_SECOND = 1024;

    private static final long LEFT_BYTES_A_SECOND = 64 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LEFT_GRACE = Duration.ofSeconds(2);
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final AtomicInteger arriving = new AtomicInteger();

    SlowBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        try {
            if (arriving.incrementAndGet() > MOST) {
                refuse(response);
            } else {
                answer(request, response);
            }
            readOn(request, response);
        } finally {
            arriving.decrementAndGet();
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private void answer(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        InputBuffer arrived = coyote.getInputBuffer();
        var body = new LeastRateBody(arrived, request.getContentLengthLong(), BYTES_A_SECOND, GRACE);
        coyote.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(arrived);
            if (body.wasTooSlow()) {
                coyote.action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static void refuse(Response response) throws IOException {
        var problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "TOO_MANY_BODIES",
                "Too many requests are being sent at once; try again in a second.");
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Fixed words without quotes or control characters, so there is nothing to escape
        response.getOutputStream().write("""
                {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(
                        problem.type(), problem.title(), problem.status(), problem.detail(), problem.code())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void readOn(Request request, Response response) throws IOException {
        var coyote = request.getCoyoteRequest();
        if (isRead(coyote)) {
            return;
        }
        response.finishResponse();
        var left = new LeastRateBody(coyote.getInputBuffer(), -1, LEFT_BYTES_A_SECOND, LEFT_GRACE);
        var thrownAway = new ThrownAway();
        try {
            while (!isRead(coyote)) {
                if (available(coyote) > 0) {
                    if (left.doRead(thrownAway) < 0) {
                        return;
                    }
                } else {
                    Thread.sleep(MILLIS_BETWEEN_LOOKS);
                    left.waited(Duration.ofMillis(MILLIS_BETWEEN_LOOKS).toNanos());
                }
            }
        } catch (IOException tooSlowOrGone) {
            coyote.action(ActionCode.CLOSE_NOW, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            coyote.action(ActionCode.CLOSE_NOW, null);
        }
    }

    private static boolean isRead(org.apache.coyote.Request coyote) {
        var all = new AtomicBoolean();
        coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, all);
        return all.get();
    }

    private static int available(org.apache.coyote.Request coyote) {
        coyote.action(ActionCode.AVAILABLE, true);
        return coyote.getAvailable();
    }
}
