package org.conductregister.web.accesslog;

import java.time.Clock;
import java.util.List;
import org.conductregister.platform.people.Sights;
import org.conductregister.platform.users.User;
import org.conductregister.platform.users.Users;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Keeps who signed in and out, and each attempt that failed. A name under which nobody is known is not kept: it may be a
 * password in the wrong field, or a token.
 */
final class SignInListener {

    private final AccessLog log;
    private final Clock clock;
    private final Users users;

    SignInListener(AccessLog log, Clock clock, Users users) {
        this.log = log;
        this.clock = clock;
        this.users = users;
    }

    /** An attempt that is told to wait is published by itself, once for each wait. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureLockedEvent) {
            return;
        }
        var who = event.getAuthentication();
        append(known(who.getName()), Action.SIGN_IN_FAILED, null, addressOf(who));
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        append(idOf(event.getAuthentication()), Action.SIGNED_IN, null, addressOf(event.getAuthentication()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        append(idOf(event.getAuthentication()), Action.SIGNED_OUT, null, addressOf(event.getAuthentication()));
    }

    @EventListener
    void published(SignInEvent event) {
        switch (event.kind()) {
            case SIGN_IN_SLOWED -> append(known(event.user()), Action.SIGN_IN_SLOWED, null, event.address());
            case SESSION_ENDED -> append(event.user(), Action.SESSION_ENDED, null, event.address());
        }
    }

    void changed(User user) {
        append(user.changedBy(), Action.USER_CHANGED, "user/" + user.person().id(), "");
    }

    /** Returns the name where somebody has it. */
    private String known(String typed) {
        return users.find(typed).isPresent() ? typed : "";
    }

    private static String idOf(Authentication who) {
        var person = Sights.personOf(who.getPrincipal());
        return person == null ? who.getName() : person.id();
    }

    private static String addressOf(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    private void append(String user, Action action, @Nullable String record, String address) {
        var id = MDC.get(AccessLogFilter.CORRELATION_ID);
        log.append(new AccessEntry(
                clock.instant(), user, action, record, List.of(), "", "", null, 0, address, id == null ? "" : id));
    }
}
