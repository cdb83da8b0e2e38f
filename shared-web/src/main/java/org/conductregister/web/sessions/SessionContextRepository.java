package org.conductregister.web.sessions;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.web.accesslog.SignInEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security whose session a request belongs to, and begins and ends sessions as it signs people in and out. */
public final class SessionContextRepository implements SecurityContextRepository {

    private static final String FOUND = SessionContextRepository.class.getName();

    private static final int MOST_TOLD = 10_000;

    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    /** The sessions of which it has been told that they ended. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** The person who was signed in at the first pass of a request that waited without a thread. */
    private final SecurityContextRepository ofFirstPass = new RequestAttributeSecurityContextRepository();

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    SessionContextRepository(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var request = exchange.getRequest();
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return ofFirstPass.loadDeferredContext(request).get();
        }
        return open(request)
                .map(session -> contextOf(session.user()))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return open(request).isPresent();
    }

    /** Whoever sends credentials with every call gets no session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var who = context.getAuthentication();
        if (who == null || trust.isAnonymous(who)) {
            endOn(request);
            if (SessionCookie.isOn(request)) {
                SessionCookie.remove(request, response);
            }
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && who.getPrincipal() instanceof UserDetails user) {
            endOn(request);
            sessions.begin(user).write(request, response);
        }
    }

    private void endOn(HttpServletRequest request) {
        of(request).filter(Session::isOpen).ifPresent(sessions::end);
        request.removeAttribute(FOUND);
    }

    private Optional<Session> open(HttpServletRequest request) {
        return of(request).filter(Session::isOpen);
    }

    /** Returns the session of a request, whether it goes on or has ended; looked up once a request. */
    public Optional<Session> of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found(Optional<Session> session)) {
            return session;
        }
        var found = SessionCookie.on(request).flatMap(sessions::find);
        request.setAttribute(FOUND, new Found(found));
        found.filter(session -> !session.isOpen()).ifPresent(ended -> tell(ended, request));
        return found;
    }

    /** Once for each session: a page that was left open goes on asking. */
    private void tell(Session ended, HttpServletRequest request) {
        if (told.size() >= MOST_TOLD) {
            told.clear();
        }
        if (told.add(ended.key())) {
            events.publishEvent(new SignInEvent(
                    SignInEvent.Kind.SESSION_ENDED,
                    ended.user().getUsername(),
                    String.valueOf(request.getRemoteAddr())));
        }
    }

    private record Found(Optional<Session> session) {}

    private static SecurityContext contextOf(UserDetails user) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }
}
