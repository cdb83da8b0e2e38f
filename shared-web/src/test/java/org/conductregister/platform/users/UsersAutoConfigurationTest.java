package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class UsersAutoConfigurationTest {

    @Test
    void passwordsAreHashedSlowlyAndKeptWithTheNameOfTheHash() {
        var passwords = new UsersAutoConfiguration().passwords(Clock.systemUTC());

        var hashed = passwords.encode("four words without order");

        assertThat(hashed).startsWith("{pbkdf2@SpringSecurity_v5_8}").doesNotContain("words");
        assertThat(passwords.matches("four words without order", hashed)).isTrue();
        assertThat(passwords.matches("four words without ordeR", hashed)).isFalse();
    }
}
