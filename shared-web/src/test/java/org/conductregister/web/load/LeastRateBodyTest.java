package org.conductregister.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class LeastRateBodyTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void aBodyThatComesByteByByteIsCutAfterTheTimeOfGrace() throws IOException {
        var body = new LeastRateBody(new Bytes(1), 1_000, 1_024, GRACE);
        for (int second = 0; second < 9; second++) {
            assertThat(body.doRead(new ThrownAway())).isOne();
            body.waited(Duration.ofSeconds(1).toNanos());
        }

        body.waited(Duration.ofMillis(900).toNanos());
        assertThatThrownBy(() -> body.waited(Duration.ofSeconds(1).toNanos()))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(body.wasTooSlow()).isTrue();
    }

    @Test
    void aBodyThatComesFastEnoughGoesOnForEver() throws IOException {
        var body = new LeastRateBody(new Bytes(2_048), -1, 1_024, GRACE);
        for (int second = 0; second < 1_000; second++) {
            assertThat(body.doRead(new ThrownAway())).isEqualTo(2_048);
            body.waited(Duration.ofSeconds(1).toNanos());
        }
        assertThat(body.wasTooSlow()).isFalse();
    }

    @Test
    void aBodyThatIsThereAtOnceIsNotCutHoweverLongTheRegisterTakes() throws IOException {
        var body = new LeastRateBody(new Bytes(200), 200, 1_024, Duration.ZERO);

        assertThat(body.doRead(new ThrownAway())).isEqualTo(200);
        assertThat(body.wasTooSlow()).isFalse();
    }

    /** A body of which so many bytes are there at each look. */
    private record Bytes(int eachTime) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler into) {
            return eachTime;
        }

        @Override
        public int available() {
            return eachTime;
        }
    }
}
