package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostPropertiesTest {

    @Test
    void aRegisterOfThisMachineAloneIsKnownByItsNames() {
        assertThat(new HostProperties(List.of()).taken("127.0.0.1", false)).contains("localhost", "127.0.0.1", "[::1]");
    }

    @Test
    void elsewhereAndBehindAProxyAnyNameIsTakenUnlessSomeAreSet() {
        assertThat(new HostProperties(List.of()).taken("0.0.0.0", false)).isEmpty();
        assertThat(new HostProperties(List.of()).taken(null, false)).isEmpty();
        assertThat(new HostProperties(List.of()).taken("127.0.0.1", true)).isEmpty();
    }

    @Test
    void namesThatAreSetAreTheOnlyOnes() {
        assertThat(new HostProperties(List.of("Register.Example ")).taken("127.0.0.1", false))
                .containsExactly("register.example");
    }
}
