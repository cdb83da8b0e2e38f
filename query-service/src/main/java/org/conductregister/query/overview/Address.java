package org.conductregister.query.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A path with parameters, of a page. Immutable. Each {@code with} makes another one. */
public record Address(String path, Map<String, List<String>> parameters) {

    public Address(String path) {
        this(path, Map.of());
    }

    public Address with(String name, Object value) {
        var more = new LinkedHashMap<String, List<String>>(parameters);
        var values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value.toString());
        more.put(name, values);
        return new Address(path, more);
    }

    @Override
    public String toString() {
        var address = new StringBuilder(path);
        char next = '?';
        for (var parameter : parameters.entrySet()) {
            for (var value : parameter.getValue()) {
                address.append(next)
                        .append(parameter.getKey())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                next = '&';
            }
        }
        return address.toString();
    }
}
