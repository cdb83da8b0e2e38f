package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.PageRequest;
import org.conductregister.web.RequestedPath;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Finds the methods that exist for a path, whoever may use them: those of the controllers, and for pages also those that
 * filters answer, as signing in. The table alone does not tell, for its rows are of many paths.
 */
final class AllowedMethods {

    private final List<AccessRuleMatcher> rows;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    AllowedMethods(List<AccessRuleMatcher> rows, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.rows = rows;
        this.mappings = mappings;
    }

    /** Returns the names of the methods, HEAD with GET and OPTIONS with any; empty where nothing has the path. */
    Set<String> of(HttpServletRequest request) {
        var path = RequestedPath.parsed(request);
        var methods = new TreeSet<String>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> hasPath(info, path))
                .forEach(info -> methods.addAll(methodsOf(info, request)));
        if (!PageRequest.isOfApi(request)) {
            methods.addAll(ofTable(request));
        }
        return CommonProblems.allowed(methods);
    }

    private static boolean hasPath(RequestMappingInfo info, PathContainer path) {
        var condition = info.getPathPatternsCondition();
        return condition != null && condition.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** A controller that takes any method takes those that the table lets through. */
    private Set<String> methodsOf(RequestMappingInfo info, HttpServletRequest request) {
        var named = new TreeSet<String>();
        info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .forEach(named::add);
        return named.isEmpty() ? ofTable(request) : named;
    }

    private Set<String> ofTable(HttpServletRequest request) {
        var methods = new TreeSet<String>();
        rows.stream()
                .filter(row -> row.hasPath(request))
                .map(row -> row.rule().method().name())
                .forEach(methods::add);
        return methods;
    }
}
