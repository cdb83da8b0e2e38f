package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.conductregister.platform.MovingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInThrottleTest {

    private final MovingClock clock = MovingClock.at("2026-03-02T09:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void guessingGetsSlowerAndSlower() {
        fail("jane", "10.0.0.1", SignInThrottle.FREE_FOR_A_PAIR - 1);
        assertThat(throttle.toWait("jane", "10.0.0.1")).isZero();

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            fail("jane", "10.0.0.1", 1);
            assertThat(throttle.toWait("jane", "10.0.0.1")).hasSeconds(seconds);
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.toWait("jane", "10.0.0.1")).isZero();
        }
    }

    @Test
    void theRightPersonGetsInFromAnotherAddressWhateverOthersTry() {
        for (int attacker = 0; attacker < 200; attacker++) {
            fail("jane", "10.1.0." + attacker, 10);
        }
        assertThat(throttle.toWait("jane", "10.2.0.1")).isZero();
    }

    @Test
    void othersGetInFromTheSameAddress() {
        fail("jane", "10.0.0.1", 20);
        assertThat(throttle.toWait("jane", "10.0.0.1")).isPositive();
        assertThat(throttle.toWait("john", "10.0.0.1")).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowedButNotWhoHasSignedInFromThere() {
        throttle.succeeded("john", "10.0.0.1");
        for (int i = 0; i < SignInThrottle.FREE_FOR_AN_ADDRESS; i++) {
            fail("user" + i, "10.0.0.1", 1);
        }
        assertThat(throttle.toWait("somebody", "10.0.0.1")).isPositive();
        assertThat(throttle.toWait("john", "10.0.0.1")).isZero();
        assertThat(throttle.toWait("somebody", "10.0.0.2")).isZero();
    }

    @Test
    void whoIsSlowedIsToldFromTheAddressThatIs() {
        fail("jane", "10.0.0.1", SignInThrottle.FREE_FOR_A_PAIR);
        assertThat(throttle.slows("jane", "10.0.0.1")).isTrue();
        assertThat(throttle.slows("", "10.0.0.1")).isFalse();
        assertThat(throttle.suspects("john", "10.0.0.1")).isFalse();

        throttle.succeeded("known", "10.0.0.1");
        for (int i = SignInThrottle.FREE_FOR_A_PAIR; i < SignInThrottle.FREE_FOR_AN_ADDRESS; i++) {
            fail("user" + i, "10.0.0.1", 1);
        }
        assertThat(throttle.slows("john", "10.0.0.1")).isFalse();
        assertThat(throttle.slows("", "10.0.0.1")).isTrue();
        assertThat(throttle.suspects("john", "10.0.0.1")).isTrue();
        assertThat(throttle.suspects("known", "10.0.0.1")).isFalse();
    }

    @Test
    void whereManyAddressesTryOneUserEachHasOneAttemptInAWhile() {
        for (int attacker = 0; attacker < SignInThrottle.MANY_FOR_A_USER; attacker++) {
            fail("jane", "10.1.0." + attacker, 1);
        }
        fail("jane", "10.1.1.1", 1);
        assertThat(throttle.toWait("jane", "10.1.1.1")).isPositive();
    }

    @Test
    void theRightPasswordAndAQuarterOfAnHourMakeItForgotten() {
        fail("jane", "10.0.0.1", 6);
        throttle.succeeded("jane", "10.0.0.1");
        assertThat(throttle.toWait("jane", "10.0.0.1")).isZero();

        fail("jane", "10.0.0.1", 20);
        clock.pass(Duration.ofMinutes(16));
        fail("jane", "10.0.0.1", 1);
        assertThat(throttle.toWait("jane", "10.0.0.1")).isZero();
    }

    @Test
    void manyNamesDoNotPushOutTheCountOfOne() {
        fail("jane", "10.0.0.1", 12);
        for (int i = 0; i < 40_000; i++) {
            fail("user" + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), 1);
        }
        assertThat(throttle.toWait("jane", "10.0.0.1")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff:4:5:6, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8::/64",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/64"
    })
    void addressesOfOneNetworkCountAsOne(String address, String network) {
        assertThat(SignInThrottle.network(address)).isEqualTo(network);
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, address);
        }
    }
}
