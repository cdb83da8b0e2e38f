package org.conductregister.command.imports.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.claims.Clash;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.imports.run.TogetherRecorder.NotRecorded;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The references that the openings of one batch state, each looked up before anything is appended: so the entries at fault are
 * refused one by one, and the batch is not appended in halves to find them. What was recorded by others meanwhile the append
 * still finds. For one batch and one thread.
 */
final class BatchReferences {

    private final Map<ForceReference, RecordId> holders = new HashMap<>();
    private final Map<ForceReference, RecordId> claimed = new HashMap<>();
    private final Set<RecordId> corrected = new HashSet<>();

    private BatchReferences() {}

    /** Looks up the references that some entries state. One look-up for each 500 of them; none where they state none. */
    static BatchReferences of(Collection<Entry> entries, RecordClaims claims) {
        var references = new BatchReferences();
        entries.stream()
                .filter(entry -> entry.fact() instanceof Correction)
                .map(Entry::record)
                .forEach(references.corrected::add);
        var stated = entries.stream()
                .map(entry -> ForceReference.writtenIn(entry.fact()))
                .filter(Objects::nonNull)
                .toList();
        if (!stated.isEmpty()) {
            claims.heldOf(stated)
                    .forEach(held ->
                            references.holders.put(new ForceReference(held.force(), held.reference()), held.holder()));
        }
        return references;
    }

    /** Takes note of a case that has a reference. */
    void heldBy(ForceReference reference, RecordId holder) {
        holders.put(reference, holder);
    }

    /**
     * Returns what stands against a fact; null where nothing does, or where only the append knows: a case that the batch also
     * corrects may no longer have its reference.
     */
    @Nullable
    Clash clashOf(RecordId record, Fact fact) {
        var stated = ForceReference.writtenIn(fact);
        var reference = ForceReference.in(fact);
        if (stated == null || reference == null) {
            return null;
        }
        var holder = claimed.getOrDefault(reference, holders.get(reference));
        return holder == null || holder.equals(record) || corrected.contains(holder)
                ? null
                : new Clash(Clash.Kind.REFERENCE_TAKEN, record, holder, stated.value());
    }

    /** Takes note of what an accepted fact states. */
    void accepted(RecordId record, Fact fact) {
        var reference = ForceReference.in(fact);
        if (reference != null) {
            claimed.put(reference, record);
        }
    }

    /** Forgets what was accepted of a record, which is judged anew. */
    void forget(RecordId record) {
        claimed.values().removeIf(record::equals);
    }

    /** The references that accepted facts state, with their cases. */
    Map<ForceReference, RecordId> claimed() {
        return Map.copyOf(claimed);
    }

    /**
     * Returns those of some entries, in their order, against which another case stands.
     *
     * @param sight of whoever records: they are told nothing of cases that they may not see
     */
    List<NotRecorded> clashing(List<Entry> entries, SightRules sight) {
        var clashing = new ArrayList<NotRecorded>();
        for (var entry : entries) {
            var clash = clashOf(entry.record(), entry.fact());
            if (clash == null) {
                accepted(entry.record(), entry.fact());
            } else {
                clashing.add(new NotRecorded(entry, sight.refusal(clash)));
            }
        }
        return clashing;
    }
}
