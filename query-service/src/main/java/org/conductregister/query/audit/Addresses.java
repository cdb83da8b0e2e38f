package org.conductregister.query.audit;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Addresses of pages with what was asked of them, whatever was typed. */
final class Addresses {

    private Addresses() {}

    static String of(String path, Map<String, List<String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
