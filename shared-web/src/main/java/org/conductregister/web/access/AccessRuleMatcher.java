package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Matches requests against one rule of {@link AccessRules}. A rule for GET matches HEAD too. Immutable. */
final class AccessRuleMatcher implements RequestMatcher {

    private final AccessRules.Rule rule;
    private final PathPatternRequestMatcher path;
    private final PathPattern pattern;

    AccessRuleMatcher(AccessRules.Rule rule) {
        this.rule = rule;
        this.path = PathPatternRequestMatcher.withDefaults().matcher(rule.path());
        this.pattern = PathPatternParser.defaultInstance.parse(rule.path());
    }

    AccessRules.Rule rule() {
        return rule;
    }

    boolean allows(HttpMethod method, PathContainer address) {
        return rule.method().equals(method) && pattern.matches(address);
    }

    boolean hasPath(HttpServletRequest request) {
        return path.matches(request);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String method = request.getMethod();
        boolean headOfGet = rule.method().equals(HttpMethod.GET) && HttpMethod.HEAD.matches(method);
        return (rule.method().matches(method) || headOfGet) && hasPath(request);
    }
}
