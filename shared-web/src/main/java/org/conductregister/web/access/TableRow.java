package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A rule of {@link WhoMay} that can be held against a request. Who may GET may ask for the HEAD of it. */
final class TableRow implements RequestMatcher {

    private final WhoMay.Rule rule;
    private final PathPatternRequestMatcher path;

    TableRow(WhoMay.Rule rule) {
        this.rule = rule;
        this.path = PathPatternRequestMatcher.withDefaults().matcher(rule.path());
    }

    WhoMay.Rule rule() {
        return rule;
    }

    boolean hasPath(HttpServletRequest request) {
        return path.matches(request);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String method = request.getMethod();
        boolean headOfGet = rule.method() == HttpMethod.GET && HttpMethod.HEAD.matches(method);
        return (rule.method().matches(method) || headOfGet) && hasPath(request);
    }
}
