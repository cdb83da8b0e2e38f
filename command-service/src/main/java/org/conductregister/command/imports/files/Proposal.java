package org.conductregister.command.imports.files;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A difference between a sheet and what earlier ones said, and the entry that would record it.
 *
 * @param line of the sheet; what it states no more has a line of its own behind the last
 * @param entry the entry proposed; null of a conflict
 * @param fact the place in the mapping, from 0, of the fact that the sheet states by it; null where it states nothing
 * @param before what earlier sheets said; null where they said nothing
 * @param after what this one says; null where it says nothing
 */
public record Proposal(
        long line,
        ProposalKind kind,
        @Nullable JsonNode entry,
        @Nullable Integer fact,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {}
