package org.conductregister.web.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that must arrive at a least rate, on average over all of it, after a time of grace. For one thread. */
final class LeastRateBody implements InputBuffer {

    private final InputBuffer body;
    private final long bytesASecond;
    private final long grace;
    private final long began = System.nanoTime();
    private long bytes;
    private boolean tooSlow;

    LeastRateBody(InputBuffer body, long bytesASecond, Duration grace) {
        this.body = body;
        this.bytesASecond = bytesASecond;
        this.grace = grace.toNanos();
    }

    /** @throws SocketTimeoutException where it is too slow */
    @Override
    public int doRead(ApplicationBufferHandler into) throws IOException {
        int read = body.doRead(into);
        bytes += Math.max(read, 0);
        if (read >= 0) {
            check();
        }
        return read;
    }

    void check() throws SocketTimeoutException {
        long nanos = System.nanoTime() - began;
        if (nanos > grace && bytes < (double) nanos / Duration.ofSeconds(1).toNanos() * bytesASecond) {
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
