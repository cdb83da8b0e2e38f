package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyedDigestsTest {

    private final KeyedDigests digests = new KeyedDigests(new SecureRandom());

    @Test
    void matchesThePasswordItEncodedAndNoOther() {
        String encoded = digests.encode("pässword");

        assertThat(digests.matches("pässword", encoded)).isTrue();
        assertThat(digests.matches("password", encoded)).isFalse();
        assertThat(digests.matches("", encoded)).isFalse();
    }

    @Test
    void aDigestIsWorthNothingInAnotherProcess() {
        assertThat(new KeyedDigests(new SecureRandom()).matches("password", digests.encode("password")))
                .isFalse();
    }
}
