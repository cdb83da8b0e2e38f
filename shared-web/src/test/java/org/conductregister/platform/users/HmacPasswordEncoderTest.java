package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HmacPasswordEncoderTest {

    private final HmacPasswordEncoder digests = new HmacPasswordEncoder(new SecureRandom());

    @Test
    void matchesThePasswordItEncodedAndNoOther() {
        String encoded = digests.encode("pässword");

        assertThat(digests.matches("pässword", encoded)).isTrue();
        assertThat(digests.matches("password", encoded)).isFalse();
        assertThat(digests.matches("", encoded)).isFalse();
    }

    @Test
    void aDigestIsWorthNothingInAnotherProcess() {
        assertThat(new HmacPasswordEncoder(new SecureRandom()).matches("password", digests.encode("password")))
                .isFalse();
    }
}
