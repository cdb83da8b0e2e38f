package org.conductregister.query.search.index;

import java.util.List;

/**
 * A part of what a search has found, the best first.
 *
 * @param total of records found
 */
public record Matches(int total, List<Match> page) {

    /** Nothing was found. */
    public static final Matches NONE = new Matches(0, List.of());

    /**
     * A record that was found.
     *
     * @param id the identifier, without its kind
     * @param score the higher, the better; comparable within one search
     */
    public record Match(String id, float score) {}

    /** The identifiers of the page, in order. */
    public List<String> ids() {
        return page.stream().map(Match::id).toList();
    }
}
