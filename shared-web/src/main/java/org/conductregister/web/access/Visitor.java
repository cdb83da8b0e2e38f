package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.conductregister.platform.people.IdentifiedPrincipal;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.web.sessions.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The user for whom a page is rendered; templates ask it as {@code @visitor}. */
@Component("visitor")
public class Visitor {

    private final List<AccessRuleMatcher> rows = AccessRules.rows();
    private final HttpServletRequest request;

    Visitor(HttpServletRequest request) {
        this.request = request;
    }

    public boolean isSignedIn() {
        return signedIn() != null;
    }

    /** Whether signing out means anything: who sends a password with every call is never signed in. */
    public boolean isSignedInHere() {
        return isSignedIn() && SessionCookie.isOn(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    /** The user's name as people read it; empty while nobody is signed in. */
    public String name() {
        var person = person();
        return person == null ? "" : person.name();
    }

    /** The user; null while nobody is signed in. */
    public @Nullable Person person() {
        var who = signedIn();
        return who != null && who.getPrincipal() instanceof IdentifiedPrincipal known ? known.person() : null;
    }

    public boolean is(Role role) {
        var who = signedIn();
        return who != null && has(who, role);
    }

    private static @Nullable Authentication signedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken ? null : who;
    }

    /** Whether a link to it leads anywhere for this visitor. */
    public boolean mayGet(String path) {
        return may(HttpMethod.GET, path);
    }

    public boolean mayPost(String path) {
        return may(HttpMethod.POST, path);
    }

    private boolean may(HttpMethod method, String path) {
        var address = PathContainer.parsePath(path);
        var rule = rows.stream()
                .filter(row -> row.allows(method, address))
                .map(AccessRuleMatcher::rule)
                .findFirst();
        return rule.isPresent()
                && (rule.get().isOpen() || rule.get().roles().stream().anyMatch(this::is));
    }

    static boolean has(Authentication who, Role role) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + role.name()).equals(authority.getAuthority()));
    }
}
