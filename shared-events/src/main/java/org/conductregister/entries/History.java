package org.conductregister.entries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one record in the order recorded, with corrections applied. {@link #first(int)} is the history as
 * known when the first entries had been recorded.
 *
 * <p>Corrections are entries and can be retracted themselves. They are applied from the latest to the earliest, and a
 * retracted correction has no effect. Of several re-datings of one entry the latest holds.
 */
public final class History {

    /** One entry as it was logged. */
    public record Logged(EntryId entryId, Fact fact) {}

    /**
     * One entry as it counts.
     *
     * @param day when it happened, re-dating included
     * @param index its place in the order recorded, from 0
     */
    public record InEffect(LocalDate day, int index, EntryId entryId, Fact fact) {}

    private static final Comparator<InEffect> BY_DAY_THEN_AS_RECORDED =
            Comparator.comparing(InEffect::day).thenComparingInt(InEffect::index);

    private final List<Logged> entries;
    private final Map<EntryId, Logged> struckBy = new HashMap<>();
    private final Map<EntryId, LocalDate> redatedTo = new HashMap<>();

    public History(List<Logged> entries) {
        this.entries = List.copyOf(entries);
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).fact() instanceof Correction correction) {
                apply(entries.get(i), correction);
            }
        }
    }

    private void apply(Logged logged, Correction correction) {
        if (struckBy.containsKey(logged.entryId())) {
            return;
        }
        switch (correction) {
            case EntryRetracted retracted -> struckBy.putIfAbsent(retracted.retracts(), logged);
            case EntryRedated redated -> redatedTo.putIfAbsent(redated.redates(), redated.newOccurredOn());
        }
    }

    /** In the order recorded, struck ones and corrections included. */
    public List<Logged> entries() {
        return entries;
    }

    /** Returns the history as known when only the first {@code count} entries had been recorded. */
    public History first(int count) {
        return count == entries.size() ? this : new History(entries.subList(0, count));
    }

    /** The retraction that holds against this entry, or null. */
    public @Nullable EntryId struckBy(EntryId entry) {
        var retraction = struckBy.get(entry);
        return retraction == null ? null : retraction.entryId();
    }

    /** The day an entry counts from: as stated, or as last re-dated. */
    public LocalDate dayOf(Logged entry) {
        return redatedTo.getOrDefault(entry.entryId(), entry.fact().occurredOn());
    }

    /** What counts, in order of the day and, on one day, as recorded; corrections themselves are not among it. */
    public List<InEffect> inEffect() {
        var counting = new ArrayList<InEffect>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!(entry.fact() instanceof Correction) && !struckBy.containsKey(entry.entryId())) {
                counting.add(new InEffect(dayOf(entry), i, entry.entryId(), entry.fact()));
            }
        }
        counting.sort(BY_DAY_THEN_AS_RECORDED);
        return counting;
    }

    /** What counts as at a day, that day included. */
    public List<InEffect> inEffect(LocalDate asAt) {
        return inEffect().stream().filter(entry -> !entry.day().isAfter(asAt)).toList();
    }
}
