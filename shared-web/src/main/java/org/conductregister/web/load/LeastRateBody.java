package org.conductregister.web.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that must arrive at a least rate, on average over the time in which it was waited for, after a time of grace. The time in
 * which the register does something else does not count. For one thread.
 */
final class LeastRateBody implements InputBuffer {

    private final InputBuffer body;
    private final long bytesASecond;
    private final long grace;
    private final long announced;
    private long waited;
    private long bytes;
    private boolean tooSlow;

    /** @param announced the length of the body in bytes; negative where it is not known */
    LeastRateBody(InputBuffer body, long announced, long bytesASecond, Duration grace) {
        this.body = body;
        this.announced = announced;
        this.bytesASecond = bytesASecond;
        this.grace = grace.toNanos();
    }

    /** @throws SocketTimeoutException where it is too slow */
    @Override
    public int doRead(ApplicationBufferHandler into) throws IOException {
        long began = System.nanoTime();
        int read = body.doRead(into);
        bytes += Math.max(read, 0);
        boolean whole = read < 0 || (announced >= 0 && bytes >= announced);
        if (!whole) {
            waited(System.nanoTime() - began);
        }
        return read;
    }

    /**
     * Counts time in which the body was waited for.
     *
     * @throws SocketTimeoutException where it is too slow
     */
    void waited(long nanos) throws SocketTimeoutException {
        waited += nanos;
        if (waited > grace && bytes < (double) waited / Duration.ofSeconds(1).toNanos() * bytesASecond) {
            tooSlow = true;
            throw new SocketTimeoutException("The body comes at less than %d bytes a second".formatted(bytesASecond));
        }
    }

    boolean wasTooSlow() {
        return tooSlow;
    }

    @Override
    public int available() {
        return body.available();
    }
}
