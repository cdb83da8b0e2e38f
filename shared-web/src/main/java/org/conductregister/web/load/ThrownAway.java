package org.conductregister.web.load;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/** Takes what is read of a body and forgets it. */
final class ThrownAway implements ApplicationBufferHandler {

    private @Nullable ByteBuffer last;

    @Override
    public void setByteBuffer(@Nullable ByteBuffer buffer) {
        last = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
        return last;
    }

    @Override
    public void expand(int size) {
        // What is read stays in the buffer that it was read into
    }
}
