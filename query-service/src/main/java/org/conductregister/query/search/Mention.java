package org.conductregister.query.search;

import java.time.Instant;
import java.util.Locale;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.CaseFact.Progress;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of a case brings to a search: words, an officer, or a correction of another.
 *
 * @param fact the correction; of any other entry a stand-in, of which only the day is asked
 * @param words in lower case
 */
record Mention(
        long position,
        Instant recordedAt,
        EntryId entryId,
        Fact fact,
        @Nullable String words,
        @Nullable String officerId) {

    private static final FreeText STAND_IN = new FreeText("…");

    /** Null where there is nothing in the entry to be found by. */
    static @Nullable Mention of(RecordedEntry entry) {
        var fact = entry.entry().fact();
        return switch (fact) {
            case CaseOpened f -> f.title() == null ? null : of(entry, f.title(), null);
            case AllegationReported f ->
                f.summary() == null && f.officerId() == null ? null : of(entry, f.summary(), f.officerId());
            case OfficerIdentified f -> of(entry, null, f.officerId());
            case Correction f -> of(entry, null, null);
            case Progress f -> null;
            case OfficerFact f -> null;
            case RecommendationFact f -> null;
        };
    }

    private static Mention of(RecordedEntry entry, @Nullable FreeText words, @Nullable OfficerId officer) {
        var fact = entry.entry().fact();
        return new Mention(
                entry.position(),
                entry.recordedAt(),
                entry.entry().entryId(),
                fact instanceof Correction ? fact : new NoteAdded(fact.occurredOn(), STAND_IN, null),
                words == null ? null : words.value().toLowerCase(Locale.ROOT),
                officer == null ? null : officer.value());
    }
}
