package org.conductregister.query.statistics.dimension;

import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.terms.codes.Tag;
import org.conductregister.terms.codes.Tags;

/** Tags as a feature has them: a set of codes. */
final class TagSet {

    private TagSet() {}

    static Set<String> of(Tags tags) {
        return tags.tags().isEmpty()
                ? Set.of()
                : tags.tags().stream().map(Tag::value).collect(Collectors.toUnmodifiableSet());
    }
}
