package org.conductregister.web.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security whose session a request belongs to, and begins and ends sessions as it signs people in and out. */
public final class SessionContextRepository implements SecurityContextRepository {

    private static final String FOUND = SessionContextRepository.class.getName();

    private final Sessions sessions;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    SessionContextRepository(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return open(exchange.getRequest())
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
        return found;
    }

    private record Found(Optional<Session> session) {}

    private static SecurityContext contextOf(UserDetails user) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }
}
