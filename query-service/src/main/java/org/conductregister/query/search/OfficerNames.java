package org.conductregister.query.search;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.CaseFact.Progress;
import org.conductregister.facts.Correction;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.ServiceFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.query.projections.ViewInMemory;
import org.conductregister.terms.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every number and name that an officer was ever recorded under, kept in memory: where to look, not what holds. Whether a
 * name still stands, the officer's file says.
 */
@Component
class OfficerNames extends ViewInMemory {

    private final Map<OfficerId, Set<String>> byOfficer = new ConcurrentSkipListMap<>();

    OfficerNames() {
        super("officer-names");
    }

    @Override
    public void apply(RecordedEntry entry) {
        var record = entry.entry().record();
        switch (entry.entry().fact()) {
            case NamesOfficer f -> add(f.officerId(), null);
            case OfficerRegistered f ->
                add(
                        new OfficerId(record.id()),
                        f.name() == null ? null : f.name().value());
            case ServiceFact f -> add(new OfficerId(record.id()), null);
            case Correction f -> {
                if (record.kind() == RecordKind.OFFICER) {
                    add(new OfficerId(record.id()), null);
                }
            }
            case CaseOpened f -> {}
            case Progress f -> {}
            case RecommendationFact f -> {}
        }
    }

    private void add(@Nullable OfficerId officer, @Nullable String name) {
        if (officer == null) {
            return;
        }
        var names = name == null ? Set.<String>of() : Set.of(name.toLowerCase(Locale.ROOT));
        byOfficer.merge(officer, names, OfficerNames::both);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    @Override
    protected void forget() {
        byOfficer.clear();
    }

    /** Officers, in order of their numbers, whose number or name once had each of the words in it. */
    List<OfficerId> find(List<String> words, int most) {
        return byOfficer.entrySet().stream()
                .filter(each -> words.stream().allMatch(word -> has(each.getKey(), each.getValue(), word)))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    private static boolean has(OfficerId officer, Set<String> names, String word) {
        return officer.value().toLowerCase(Locale.ROOT).contains(word)
                || names.stream().anyMatch(name -> name.contains(word));
    }
}
