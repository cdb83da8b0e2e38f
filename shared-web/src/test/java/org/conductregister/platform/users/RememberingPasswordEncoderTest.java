package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.conductregister.platform.MovingClock;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {

    private final Counting slow = new Counting();
    private final MovingClock clock = MovingClock.at("2026-11-28T09:00:00Z");
    private final RememberingPasswordEncoder passwords =
            new RememberingPasswordEncoder(slow, new HmacPasswordEncoder(new SecureRandom()), clock);

    @Test
    void theRightPasswordCostsOneSlowHashInAWhile() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(passwords.matches("right", "{right}")).isTrue();
        }
        assertThat(slow.hashes).hasValue(1);

        clock.pass(Duration.ofMinutes(6));
        assertThat(passwords.matches("right", "{right}")).isTrue();
        assertThat(slow.hashes).hasValue(2);
    }

    @Test
    void whatIsRememberedIsKnownWithoutAHash() {
        assertThat(passwords.remembers("right", "{right}")).isFalse();
        passwords.matches("right", "{right}");
        passwords.matches("wrong", "{right}");

        assertThat(passwords.remembers("right", "{right}")).isTrue();
        assertThat(passwords.remembers("wrong", "{right}")).isFalse();
        assertThat(passwords.remembers("right", "{changed}")).isFalse();
        assertThat(passwords.remembers("right", null)).isFalse();
        assertThat(slow.hashes).hasValue(2);
        clock.pass(Duration.ofMinutes(6));
        assertThat(passwords.remembers("right", "{right}")).isFalse();
    }

    @Test
    void manyAtOnceCostOneSlowHash() {
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> assertThat(passwords.matches("right", "{right}")).isTrue());

        assertThat(slow.hashes).hasValue(1);
    }

    @Test
    void aWrongPasswordIsNeverRemembered() {
        assertThat(passwords.matches("wrong", "{right}")).isFalse();
        assertThat(passwords.matches("wrong", "{right}")).isFalse();

        assertThat(slow.hashes).hasValue(2);
    }

    @Test
    void withAnotherStoredHashNothingIsRemembered() {
        assertThat(passwords.matches("right", "{right}")).isTrue();

        assertThat(passwords.matches("right", "{changed}")).isFalse();
    }

    @Test
    void oneCharacterIsItselfHoweverItIsComposed() {
        assertThat(passwords.matches("cafe\u0301", "{caf\u00e9}")).isTrue();
    }

    private static final class Counting implements PasswordEncoder {

        private final AtomicInteger hashes = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            return "{" + password + "}";
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            hashes.incrementAndGet();
            return encode(password).equals(encoded);
        }
    }
}
