package org.conductregister.web.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Puts the document in an order that is the same each time: the groups of calls as a register lives, those that the
 * service has, and the paths by their names.
 */
final class Ordering implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        Set<String> used = api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .collect(Collectors.toSet());
        api.setTags(
                ApiTags.ALL.stream().filter(tag -> used.contains(tag.getName())).toList());
        Paths sorted = new Paths();
        sorted.putAll(new TreeMap<String, PathItem>(api.getPaths()));
        api.setPaths(sorted);
    }
}
