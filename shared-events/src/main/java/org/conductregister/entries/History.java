package org.conductregister.entries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one record in the order recorded, with corrections applied. {@link #first(int)} is the history as
 * known when the first entries had been recorded.
 *
 * <p>Corrections are entries and can be retracted themselves. They are applied from the latest to the earliest, and a
 * retracted correction has no effect. Of several of one entry that stand, the last recorded holds: a correction states the
 * whole fact with its day, a re-dating the day alone of the fact as it was last corrected.
 */
public final class History {

    /** One entry as it was logged. */
    public record Logged(EntryId entryId, Fact fact) {}

    /**
     * One entry as it counts.
     *
     * @param day when it happened, corrections included
     * @param index its place in the order recorded, from 0
     * @param fact as last corrected; its own day is not re-dated
     */
    public record InEffect(LocalDate day, int index, EntryId entryId, Fact fact) {}

    private static final Comparator<InEffect> BY_DAY_THEN_AS_RECORDED =
            Comparator.comparing(InEffect::day).thenComparingInt(InEffect::index);

    private final List<Logged> entries;
    private final Map<EntryId, Logged> struckBy = new HashMap<>();
    private final Map<EntryId, Stated<Fact>> facts = new HashMap<>();
    private final Map<EntryId, Stated<LocalDate>> days = new HashMap<>();
    private @Nullable Stated<DuplicateMarking> marking;

    /** The value that a standing correction states, and the correction's identifier. */
    private record Stated<T>(EntryId by, T value) {}

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
            case EntryRedated redated ->
                days.putIfAbsent(redated.redates(), new Stated<>(logged.entryId(), redated.newOccurredOn()));
            case EntryCorrected corrected -> {
                var fact = corrected.fact();
                facts.putIfAbsent(corrected.corrects(), new Stated<>(logged.entryId(), fact));
                days.putIfAbsent(corrected.corrects(), new Stated<>(logged.entryId(), fact.occurredOn()));
            }
            case DuplicateMarking marked ->
                marking = marking == null ? new Stated<>(logged.entryId(), marked) : marking;
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

    /** The correction whose fact this entry states, or null where it states its own. */
    public @Nullable EntryId correctedBy(EntryId entry) {
        return by(facts.get(entry));
    }

    /** The re-dating or correction from which this entry has its day, or null where it is its own. */
    public @Nullable EntryId dayStatedBy(EntryId entry) {
        return by(days.get(entry));
    }

    private static @Nullable EntryId by(@Nullable Stated<?> stated) {
        return stated == null ? null : stated.by();
    }

    /** The marking that makes this record a duplicate of another; null where none stands. */
    public @Nullable DuplicateMarking markedDuplicate() {
        return marking == null ? null : marking.value();
    }

    /** The entry of {@link #markedDuplicate()}; null where none stands. */
    public @Nullable EntryId markedDuplicateBy() {
        return by(marking);
    }

    /** The day an entry counts from: as stated, or as last re-dated or corrected. */
    public LocalDate dayOf(Logged entry) {
        var stated = days.get(entry.entryId());
        return stated == null ? entry.fact().occurredOn() : stated.value();
    }

    /** The fact that an entry states: as logged, or as last corrected. */
    public Fact factOf(Logged entry) {
        var stated = facts.get(entry.entryId());
        return stated == null ? entry.fact() : stated.value();
    }

    /**
     * Returns the entries that count, in order of the day and, on one day, as recorded; corrections themselves, and what was
     * held or erased, are not among them.
     */
    public List<InEffect> inEffect() {
        var counting = new ArrayList<InEffect>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (saysWhatHappened(entry.fact()) && !struckBy.containsKey(entry.entryId())) {
                counting.add(new InEffect(dayOf(entry), i, entry.entryId(), factOf(entry)));
            }
        }
        counting.sort(BY_DAY_THEN_AS_RECORDED);
        return counting;
    }

    private static boolean saysWhatHappened(Fact fact) {
        return !(fact instanceof Correction) && !(fact instanceof PersonalDataFact);
    }

    /** Returns the legal hold that is on the record; null where none is. */
    public @Nullable LegalHoldPlaced legalHold() {
        LegalHoldPlaced hold = null;
        for (var entry : entries) {
            if (entry.fact() instanceof LegalHoldPlaced placed) {
                hold = placed;
            } else if (entry.fact() instanceof LegalHoldReleased) {
                hold = null;
            }
        }
        return hold;
    }

    /** Returns the erasures of the record's personal data, in the order recorded. */
    public List<PersonalDataErased> erasures() {
        return entries.stream()
                .map(Logged::fact)
                .filter(PersonalDataErased.class::isInstance)
                .map(PersonalDataErased.class::cast)
                .toList();
    }

    /** Returns the entries that count as at a day, that day included. */
    public List<InEffect> inEffect(LocalDate asAt) {
        return inEffect().stream().filter(entry -> !entry.day().isAfter(asAt)).toList();
    }
}
