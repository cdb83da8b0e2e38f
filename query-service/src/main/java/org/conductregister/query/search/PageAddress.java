package org.conductregister.query.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a list as it was asked for, to be asked again with something changed.
 *
 * @param asked every parameter that has a value
 */
record PageAddress(String path, Map<String, List<String>> asked) {

    static PageAddress of(String path, MultiValueMap<String, String> parameters) {
        var asked = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            var given = values.stream().filter(value -> !value.isBlank()).toList();
            if (!given.isEmpty()) {
                asked.put(name, given);
            }
        });
        return new PageAddress(path, asked);
    }

    /** Another page of the same list. */
    String page(int page) {
        return with("page", String.valueOf(page));
    }

    /** Returns the address of another list that is asked for the same. */
    String at(String other) {
        return new PageAddress(other, asked).address(asked);
    }

    /** Returns the address of the first page, limited to one value of a parameter. */
    String with(String name, String value) {
        var changed = without(name, "page");
        changed.put(name, List.of(value));
        return address(changed);
    }

    /** Returns the address of the first page, without a limit. */
    public String cleared(String name) {
        return address(without(name, "page"));
    }

    /** Returns the other parameters of the address, for forms that ask for these themselves. */
    Map<String, List<String>> without(String... names) {
        var left = new LinkedHashMap<>(asked);
        for (var name : names) {
            left.remove(name);
        }
        return left;
    }

    public boolean has(String name) {
        return asked.containsKey(name);
    }

    /** The first value; empty where there is none. */
    public String first(String name) {
        return asked.getOrDefault(name, List.of("")).getFirst();
    }

    private String address(Map<String, List<String>> parameters) {
        var builder = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<Object>();
        parameters.forEach((name, given) -> given.forEach(value -> {
            builder.queryParam(name, "{value}");
            values.add(value);
        }));
        return builder.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
