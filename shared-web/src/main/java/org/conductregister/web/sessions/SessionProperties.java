package org.conductregister.web.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param idle the time without use after which a session ends
 * @param longest the time after which it ends, used or not
 * @param warning how long before its end people are warned
 */
@ConfigurationProperties("register.session")
public record SessionProperties(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5m") Duration warning) {

    /** @throws IllegalArgumentException where one of them is not longer than nothing */
    public SessionProperties {
        refuseUnlessPositive("idle", idle);
        refuseUnlessPositive("longest", longest);
        refuseUnlessPositive("warning", warning);
    }

    private static void refuseUnlessPositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("register.session.%s must be longer than nothing".formatted(name));
        }
    }

    /** The time after which the cookie of a session in use is written anew: a small part of the idleness. */
    Duration renewal() {
        return idle.dividedBy(30);
    }

    /** Returns how long before its end a session is warned of: at most half of what it lasts. */
    Duration warningAtMostHalf() {
        var half = (idle.compareTo(longest) < 0 ? idle : longest).dividedBy(2);
        return warning.compareTo(half) < 0 ? warning : half;
    }
}
