package org.conductregister.command.imports.mapping.kept;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.springframework.http.HttpStatus;

/** Collects the faults of a mapping, each at its JSON pointer. */
final class MappingFaults {

    private final List<Item> items = new ArrayList<>();

    /** @param at the JSON pointer, its names escaped */
    void add(String at, String code, String detail) {
        items.add(Item.at(at, code, detail));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    RuntimeException exception() {
        var first = items.getFirst();
        var detail = items.size() == 1
                ? "Nothing was kept: %s %s.".formatted(first.pointer(), first.detail())
                : "Nothing was kept: see the %d errors.".formatted(items.size());
        return Problem.of(HttpStatus.BAD_REQUEST, "MAPPING_INVALID", detail, items)
                .exception();
    }

    /** A name as part of a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
