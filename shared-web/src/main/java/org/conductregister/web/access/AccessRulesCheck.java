package org.conductregister.web.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Keeps a service from starting where one of its paths has no row in {@link AccessRules}: it would be refused to everybody, and
 * whoever added it would look for the reason elsewhere. A handler of every path takes what other rows leave, and needs none.
 */
final class AccessRulesCheck implements SmartInitializingSingleton {

    /** The pattern that takes what other rows leave, and the path where the server itself dispatches errors to. */
    private static final Set<String> TAKEN_BY_NOBODY = Set.of("/**", "/error");

    private final List<AccessRuleMatcher> rows;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    AccessRulesCheck(List<AccessRuleMatcher> rows, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.rows = rows;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var missing = new ArrayList<String>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handled -> isOurs(handled.getValue().getBeanType()))
                .forEach(handled ->
                        calls(handled.getKey()).filter(this::hasNoRow).forEach(missing::add));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "These have no row in AccessRules, which says who may call what: " + String.join(", ", missing));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.conductregister.");
    }

    private static Stream<String> calls(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(path -> !TAKEN_BY_NOBODY.contains(path))
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("GET " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    private boolean hasNoRow(String call) {
        int blank = call.indexOf(' ');
        var method = HttpMethod.valueOf(call.substring(0, blank));
        return examples(call.substring(blank + 1))
                .map(PathContainer::parsePath)
                .anyMatch(path -> rows.stream().noneMatch(row -> row.allows(method, path)));
    }

    /** Paths that a pattern matches, one for each word that its first variable may be. */
    private static Stream<String> examples(String pattern) {
        var choice = pattern.indexOf(':') < 0
                ? List.<String>of()
                : List.of(pattern.substring(pattern.indexOf(':') + 1, pattern.indexOf('}'))
                        .split("\\|"));
        var plain = pattern.replace("/**", "/x").replaceAll("\\{\\*?[^:}]*}", "x");
        return choice.isEmpty()
                ? Stream.of(plain)
                : choice.stream()
                        .map(word ->
                                plain.replaceFirst("\\{[^}]*}", word).replaceAll("\\{[^:}]*:([^|}]*)[^}]*}", "$1"));
    }
}
