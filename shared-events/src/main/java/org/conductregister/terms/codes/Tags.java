package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of tags in order of their names; unmodifiable. */
public record Tags(SortedSet<Tag> tags) {

    public static final Tags NONE = new Tags(List.of());

    /** The most that one fact may carry. */
    public static final int MOST = 50;

    public Tags {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /**
     * The tags of one fact.
     *
     * @throws IllegalArgumentException when there are more than {@link #MOST}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Tags(Collection<Tag> tags) {
        this(new TreeSet<>(tags));
        if (this.tags.size() > MOST) {
            throw new IllegalArgumentException("must not be more than " + MOST + " tags");
        }
    }

    public static Tags of(String... tags) {
        return new Tags(List.of(tags).stream().map(Tag::new).toList());
    }

    public static Tags orNone(@Nullable Tags tags) {
        return tags == null ? NONE : tags;
    }

    /** These and the others; together they may be more than one fact may carry. */
    public Tags and(Tags others) {
        if (others.tags.isEmpty()) {
            return this;
        }
        var both = new TreeSet<>(tags);
        both.addAll(others.tags);
        return new Tags(both);
    }

    @JsonValue
    List<Tag> inOrder() {
        return List.copyOf(tags);
    }
}
