package org.conductregister.command.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.entries.Entry;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * Decides as slowly and plainly as can be, and without a line of what decides in the register: writes the record out anew
 * with the entry in its place, and asks of each fact whether it may follow those before it.
 */
public final class RecordOracle {

    /** Whether a fact may happen on a day, after those before it in order of the day. */
    @FunctionalInterface
    public interface MayFollow {
        boolean test(LocalDate day, Fact next, List<Fact> before);
    }

    private final MayFollow mayFollow;
    private final List<EntryId> ids = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    public RecordOracle(MayFollow mayFollow) {
        this.mayFollow = mayFollow;
    }

    void record(Entry entry) {
        ids.add(entry.entryId());
        facts.add(entry.fact());
    }

    boolean accepts(Entry entry, LocalDate today) {
        if (latestDayIn(entry.fact()).isAfter(today)) {
            return false;
        }
        if (entry.fact() instanceof Correction correction && !correctable(correction)) {
            return false;
        }
        var with = new RecordOracle(mayFollow);
        with.ids.addAll(ids);
        with.facts.addAll(facts);
        with.record(entry);
        return with.makesSense();
    }

    private static LocalDate latestDayIn(Fact fact) {
        var day = fact.occurredOn();
        if (fact instanceof EntryRedated redated && redated.newOccurredOn().isAfter(day)) {
            day = redated.newOccurredOn();
        }
        if (fact instanceof EntryCorrected corrected
                && corrected.fact().occurredOn().isAfter(day)) {
            day = corrected.fact().occurredOn();
        }
        return day;
    }

    private boolean correctable(Correction fact) {
        if (!(fact instanceof OfAnEntry correction)) {
            throw new IllegalArgumentException("duplicates are not decided on here");
        }
        int corrected = ids.indexOf(correction.corrects());
        if (corrected < 0 || struck(corrected)) {
            return false;
        }
        if (correction instanceof EntryCorrected by) {
            return by.fact().getClass() == facts.get(corrected).getClass();
        }
        return correction instanceof EntryRetracted || !(facts.get(corrected) instanceof Correction);
    }

    private boolean makesSense() {
        var inOrder = new ArrayList<Fact>();
        for (int entry : standingInOrderOfTheDay()) {
            if (!mayFollow.test(dayOf(entry), said(entry), List.copyOf(inOrder))) {
                return false;
            }
            inOrder.add(said(entry));
        }
        return true;
    }

    private List<Integer> standingInOrderOfTheDay() {
        return IntStream.range(0, facts.size())
                .boxed()
                .filter(entry -> !(facts.get(entry) instanceof Correction) && !struck(entry))
                .sorted(Comparator.comparing(this::dayOf))
                .toList();
    }

    /** Whether a retraction that is not itself struck names it. */
    private boolean struck(int entry) {
        return IntStream.range(0, facts.size())
                .anyMatch(other -> facts.get(other) instanceof EntryRetracted retraction
                        && retraction.retracts().equals(ids.get(entry))
                        && !struck(other));
    }

    private LocalDate dayOf(int entry) {
        var day = facts.get(entry).occurredOn();
        for (int other = 0; other < facts.size(); other++) {
            if (facts.get(other) instanceof EntryRedated redating
                    && redating.redates().equals(ids.get(entry))
                    && !struck(other)) {
                day = redating.newOccurredOn();
            }
            if (isCorrection(other, entry)) {
                day = said(entry, other + 1).occurredOn();
            }
        }
        return day;
    }

    private boolean isCorrection(int of, int entry) {
        return facts.get(of) instanceof EntryCorrected correction
                && correction.corrects().equals(ids.get(entry))
                && !struck(of);
    }

    private Fact said(int entry) {
        return said(entry, facts.size());
    }

    /** Returns the fact that an entry states by the corrections among the first so many entries. */
    private Fact said(int entry, int known) {
        var fact = facts.get(entry);
        for (int other = 0; other < known; other++) {
            if (isCorrection(other, entry)) {
                fact = ((EntryCorrected) facts.get(other)).fact();
            }
        }
        return fact;
    }
}
