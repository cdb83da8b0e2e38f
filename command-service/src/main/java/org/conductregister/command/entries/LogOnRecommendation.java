package org.conductregister.command.entries;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;

/** Logs facts on the record of a recommendation. */
public record LogOnRecommendation(
        @TargetAggregateIdentifier RecordId record,
        List<Entry> entries,
        @Nullable Long expectedVersion) implements LogEntries {}
