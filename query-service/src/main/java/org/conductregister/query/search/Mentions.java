package org.conductregister.query.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.Correction;
import org.conductregister.query.pointintime.PointInTime;

/** Everything that one case can be found by, in the order recorded. Immutable. */
record Mentions(List<Mention> all) {

    static final Mentions NONE = new Mentions(List.of());

    /** With one more; the same where it is there already. */
    Mentions with(Mention mention) {
        if (!all.isEmpty() && all.getLast().position() >= mention.position()) {
            return this;
        }
        var more = new ArrayList<Mention>(all.size() + 1);
        more.addAll(all);
        more.add(mention);
        return new Mentions(List.copyOf(more));
    }

    /** Returns the mentions that count as at a day, as known at an instant. Few cases have corrections, which cost a fold. */
    Stream<Mention> inEffect(PointInTime times) {
        var known = all.stream().filter(mention -> !mention.recordedAt().isAfter(times.knownAt()));
        if (all.stream().noneMatch(mention -> mention.fact() instanceof Correction)) {
            return known.filter(mention -> !mention.fact().occurredOn().isAfter(times.asAt()));
        }
        var told = known.toList();
        var counting = counting(told, times.asAt());
        return told.stream().filter(mention -> counting.contains(mention.entryId()));
    }

    private static Set<Object> counting(List<Mention> known, LocalDate asAt) {
        var history = new History(known.stream()
                .map(mention -> new Logged(mention.entryId(), mention.fact()))
                .toList());
        return history.inEffect(asAt).stream().map(InEffect::entryId).collect(Collectors.toCollection(HashSet::new));
    }
}
