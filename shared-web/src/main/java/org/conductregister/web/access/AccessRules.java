package org.conductregister.web.access;

import static org.conductregister.platform.people.Role.ADMIN;
import static org.conductregister.platform.people.Role.ANALYST;
import static org.conductregister.platform.people.Role.AUDITOR;
import static org.conductregister.platform.people.Role.HANDLER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.conductregister.platform.people.Role;
import org.springframework.http.HttpMethod;

/**
 * The one table of which role may make which request. The first rule that matches decides; a request that no rule matches
 * is refused to everybody.
 */
final class AccessRules {

    static final List<Rule> RULES = List.of(
            Rule.open(GET, "/actuator/health"),
            Rule.open(GET, "/actuator/health/liveness"),
            Rule.open(GET, "/actuator/health/readiness"),
            Rule.of(GET, ScrapeCredential.PATH, ADMIN),
            Rule.of(POST, "/api/v1/cases/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/officers/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/recommendations/*/entries", HANDLER),
            Rule.of(POST, "/api/v1/imports", HANDLER),
            Rule.of(POST, "/api/v1/imports/*/retry", HANDLER),
            Rule.of(POST, "/api/v1/imports/*/record", HANDLER),
            Rule.of(POST, "/api/v1/imports/*/undo", HANDLER),
            Rule.of(POST, "/api/v1/imports/*/proposals/accept", HANDLER),
            Rule.of(DELETE, "/api/v1/imports/*/file", HANDLER),
            Rule.of(GET, "/api/v1/import-mappings/**", HANDLER, AUDITOR, ADMIN),
            Rule.of(PUT, "/api/v1/import-mappings/*", HANDLER),
            Rule.of(DELETE, "/api/v1/import-mappings/*", HANDLER),
            Rule.of(GET, "/api/v1/imports/*", HANDLER, AUDITOR, ADMIN),
            Rule.of(GET, "/api/v1/imports", HANDLER, AUDITOR, ADMIN),
            Rule.of(GET, "/api/v1/imports/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/{record:cases|officers}/{id}/erasure", ADMIN),
            Rule.of(POST, "/api/v1/{record:cases|officers}/{id}/erasure", ADMIN),
            Rule.of(POST, "/api/v1/{record:cases|officers}/{id}/legal-hold", ADMIN),
            Rule.of(DELETE, "/api/v1/{record:cases|officers}/{id}/legal-hold", ADMIN),
            Rule.of(GET, "/api/v1/cases/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/officers/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/recommendations/**", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/search", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/statistics/members", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/statistics/*/members", HANDLER, AUDITOR),
            Rule.of(GET, "/api/v1/statistics/**", HANDLER, ANALYST, AUDITOR),
            Rule.of(POST, "/api/v1/publications", ANALYST),
            Rule.of(POST, "/api/v1/publications/*/withdrawal", ANALYST),
            Rule.of(GET, "/api/v1/publications/**", HANDLER, ANALYST, AUDITOR),
            Rule.of(GET, "/api/v1/events", AUDITOR),
            Rule.of(GET, "/api/v1/access-log", AUDITOR),
            Rule.of(GET, "/api/v1/integrity", AUDITOR, ADMIN),
            Rule.of(GET, "/api/v1/integrity/checkpoint", AUDITOR, ADMIN),
            Rule.of(GET, "/api/v1/integrity/**", AUDITOR),
            Rule.of(POST, "/api/v1/integrity/acceptance", ADMIN),
            Rule.of(POST, "/api/v1/log-export", ADMIN),
            Rule.of(POST, "/api/v1/log-import", ADMIN),
            Rule.of(POST, "/api/v1/access-log-import", ADMIN),
            Rule.of(GET, "/api/v1/projections/**", AUDITOR, ADMIN),
            Rule.of(POST, "/api/v1/projections/*/rebuild", AUDITOR, ADMIN),
            Rule.of(POST, "/api/v1/projections/**", ADMIN),
            Rule.of(PUT, "/api/v1/code-lists/*", ADMIN),
            Rule.signedIn(GET, "/api/v1/code-lists"),
            Rule.signedIn(GET, "/api/v1/users/me"),
            Rule.signedIn(POST, "/api/v1/users/me/password"),
            Rule.of(GET, "/api/v1/users/**", ADMIN),
            Rule.of(PUT, "/api/v1/users/*", ADMIN),
            Rule.of(DELETE, "/api/v1/users/*", ADMIN),
            Rule.of(PUT, "/api/v1/headcounts", ADMIN),
            Rule.signedIn(GET, "/api/v1/headcounts"),
            Rule.of(PUT, "/api/v1/bank-holidays", ADMIN),
            Rule.signedIn(GET, "/api/v1/bank-holidays"),
            Rule.of(PUT, "/api/v1/retention/schedule", ADMIN),
            Rule.of(GET, "/api/v1/retention/**", AUDITOR, ADMIN),
            Rule.open(GET, "/sign-in"),
            Rule.open(POST, "/sign-in"),
            Rule.open(GET, "/sign-in/with/*"),
            Rule.open(GET, "/sign-in/from-provider"),
            Rule.open(GET, "/signed-out"),
            Rule.open(POST, "/sign-out"),
            Rule.open(POST, "/sign-out/from-provider"),
            Rule.open(GET, "/session"),
            Rule.signedIn(POST, "/session"),
            Rule.open(GET, "/favicon.ico"),
            Rule.open(GET, "/assets/**"),
            Rule.open(GET, "/webjars/**"),
            Rule.signedIn(GET, "/"),
            Rule.of(GET, "/overview/**", HANDLER, ANALYST, AUDITOR),
            Rule.of(GET, "/statistics/members", HANDLER, AUDITOR),
            Rule.of(GET, "/statistics/**", HANDLER, ANALYST, AUDITOR),
            Rule.of(POST, "/statistics/views/**", HANDLER, ANALYST),
            Rule.of(POST, "/statistics/publications/**", ANALYST),
            Rule.of(GET, "/report/**", HANDLER),
            Rule.of(POST, "/report/**", HANDLER),
            Rule.of(GET, "/worklist/**", HANDLER, AUDITOR),
            Rule.of(GET, "/personal-data", ADMIN),
            Rule.of(GET, "/retention", AUDITOR, ADMIN),
            Rule.of(GET, "/{record:cases|officers}/{id}/erasure", ADMIN),
            Rule.of(POST, "/{record:cases|officers}/{id}/erasure", ADMIN),
            Rule.of(GET, "/{record:cases|officers|recommendations}/{id}/log/**", HANDLER),
            Rule.of(POST, "/{record:cases|officers|recommendations}/{id}/log/**", HANDLER),
            Rule.of(GET, "/{record:cases|officers}/{id}/duplicate", HANDLER),
            Rule.of(POST, "/{record:cases|officers}/{id}/duplicate", HANDLER),
            Rule.of(GET, "/{record:cases|officers|recommendations}/{id}/entries/**", HANDLER),
            Rule.of(POST, "/{record:cases|officers|recommendations}/{id}/entries/**", HANDLER),
            Rule.of(GET, "/{record:officers|recommendations}/new", HANDLER),
            Rule.of(POST, "/{record:officers|recommendations}/new", HANDLER),
            Rule.of(GET, "/{record:cases|officers|recommendations}/**", HANDLER, AUDITOR),
            Rule.of(GET, "/search/**", HANDLER, AUDITOR),
            Rule.of(GET, "/audit/**", AUDITOR),
            Rule.of(GET, "/operations/**", AUDITOR, ADMIN),
            Rule.of(POST, "/operations/*/rebuild", AUDITOR, ADMIN),
            Rule.of(POST, "/operations/**", ADMIN),
            Rule.of(GET, "/imports/drafts/**", HANDLER),
            Rule.of(GET, "/imports", HANDLER, AUDITOR, ADMIN),
            Rule.of(GET, "/imports/**", HANDLER, AUDITOR),
            Rule.of(POST, "/imports/**", HANDLER),
            Rule.of(GET, "/code-lists/**", ADMIN),
            Rule.of(POST, "/code-lists/**", ADMIN),
            Rule.of(GET, "/users/**", ADMIN),
            Rule.of(POST, "/users/**", ADMIN),
            Rule.signedIn(GET, "/account"),
            Rule.signedIn(POST, "/account/**"),
            Rule.signedIn(GET, "/help/**"),
            Rule.signedIn(GET, "/v3/api-docs/**"),
            Rule.signedIn(GET, "/swagger-ui.html"),
            Rule.signedIn(GET, "/swagger-ui/**"));

    private AccessRules() {}

    static List<AccessRuleMatcher> rows() {
        return RULES.stream().map(AccessRuleMatcher::new).toList();
    }

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
