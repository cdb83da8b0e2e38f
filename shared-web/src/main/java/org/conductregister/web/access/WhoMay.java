package org.conductregister.web.access;

import static org.conductregister.web.access.Role.ADMIN;
import static org.conductregister.web.access.Role.ANALYST;
import static org.conductregister.web.access.Role.AUDITOR;
import static org.conductregister.web.access.Role.HANDLER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may call what: the one table. The first rule that fits decides; what no rule names is refused to everybody. */
final class WhoMay {

    static final List<Rule> RULES = List.of(
            Rule.open(GET, "/actuator/health"),
            Rule.open(GET, "/actuator/health/liveness"),
            Rule.open(GET, "/actuator/health/readiness"),
            Rule.of(POST, "/api/v1/cases/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/officers/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/recommendations/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/imports", HANDLER),
            Rule.of(POST, "/api/v1/imports/*/retry", HANDLER),
            Rule.of(GET, "/api/v1/imports/**", HANDLER, AUDITOR, ADMIN),
            Rule.of(GET, "/api/v1/cases/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/officers/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/recommendations/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/statistics/members", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/statistics/**", HANDLER, ANALYST, AUDITOR),
            Rule.of(GET, "/api/v1/events", AUDITOR),
            Rule.of(GET, "/api/v1/integrity/**", AUDITOR),
            Rule.of(GET, "/api/v1/projections/**", AUDITOR, ADMIN),
            Rule.of(POST, "/api/v1/projections/**", AUDITOR, ADMIN),
            Rule.of(PUT, "/api/v1/code-lists/*", ADMIN),
            Rule.signedIn(GET, "/api/v1/code-lists"),
            Rule.signedIn(GET, "/"),
            Rule.signedIn(GET, "/index.html"),
            Rule.signedIn(GET, "/favicon.ico"),
            Rule.signedIn(GET, "/assets/**"),
            Rule.signedIn(GET, "/webjars/**"),
            Rule.signedIn(GET, "/v3/api-docs/**"),
            Rule.signedIn(GET, "/v3/api-docs.yaml"),
            Rule.signedIn(GET, "/swagger-ui.html"),
            Rule.signedIn(GET, "/swagger-ui/**"));

    private WhoMay() {}

    /**
     * @param roles any of these; none stands for everybody, signed in or not
     */
    record Rule(HttpMethod method, String path, Set<Role> roles) {

        private static Rule of(HttpMethod method, String path, Role... roles) {
            return new Rule(method, path, Set.of(roles));
        }

        private static Rule signedIn(HttpMethod method, String path) {
            return new Rule(method, path, EnumSet.allOf(Role.class));
        }

        private static Rule open(HttpMethod method, String path) {
            return new Rule(method, path, Set.of());
        }

        boolean isOpen() {
            return roles.isEmpty();
        }
    }
}
