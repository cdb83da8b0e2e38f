package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.query.statistics.Population;
import org.jspecify.annotations.Nullable;

/**
 * The groups that several tables, taken together, can tell apart: who is alike in every dimension of any of them, and in
 * whether each population includes them.
 *
 * @param dimensions by name; all that any of the tables has
 * @param populations those of the tables, each once
 * @param groups also some that nobody is in, for all that readers know
 */
record Groups(List<String> dimensions, List<Population> populations, List<Group> groups) {

    /**
     * Who is alike.
     *
     * @param values of the dimensions in each population: what is said of a person may differ from one to another; null where
     *     it does not include them
     */
    record Group(List<@Nullable List<Object>> values, int count) {}

    /** More empty groups are not thought of: readers are then taken to know that nobody is in them. */
    private static final int MOST_EMPTY = 2_000;

    /** The values of some dimensions of a group, as a population has them; null where it does not include the group. */
    @Nullable
    List<Object> values(Group group, Population population, List<String> of) {
        var inPopulation = group.values().get(populations.indexOf(population));
        return inPopulation == null ? null : pick(inPopulation, of);
    }

    /** The groups that fewer dimensions tell apart. */
    Groups over(List<String> fewer) {
        var counts = new LinkedHashMap<List<@Nullable List<Object>>, Integer>();
        for (var group : groups) {
            counts.merge(pickEach(group, fewer), group.count(), Integer::sum);
        }
        var merged = counts.entrySet().stream()
                .map(count -> new Group(count.getKey(), count.getValue()))
                .toList();
        return new Groups(fewer, populations, merged);
    }

    private List<@Nullable List<Object>> pickEach(Group group, List<String> of) {
        var picked = new ArrayList<@Nullable List<Object>>();
        for (var values : group.values()) {
            picked.add(values == null ? null : pick(values, of));
        }
        return picked;
    }

    private List<Object> pick(List<Object> values, List<String> of) {
        var picked = new ArrayList<Object>(of.size());
        for (var dimension : of) {
            picked.add(values.get(dimensions.indexOf(dimension)));
        }
        return picked;
    }

    /**
     * Adds groups that nobody is in, though there might be: those that differ from one group by having the further values of
     * another that is like it in the dimensions which two tables share. What populations are limited by goes together.
     *
     * @param tables the dimensions of each table
     * @param limiting dimensions that populations are limited by
     */
    Groups withEmpty(List<List<String>> tables, Set<String> limiting) {
        var all = new ArrayList<>(groups);
        var seen = new HashSet<List<@Nullable List<Object>>>();
        groups.forEach(group -> seen.add(group.values()));
        for (var one : tables) {
            for (var other : tables) {
                var further = new LinkedHashSet<>(other);
                further.removeAll(one);
                if (!further.isEmpty()) {
                    boolean otherPopulations = further.stream().anyMatch(limiting::contains);
                    if (otherPopulations) {
                        further.addAll(limiting);
                    }
                    addExchanged(further, other, otherPopulations, seen, all);
                }
            }
        }
        if (populations.size() > 1) {
            addExchanged(limiting, List.of(), true, seen, all);
        }
        return new Groups(dimensions, populations, List.copyOf(all));
    }

    private void addExchanged(
            Set<String> further,
            List<String> alikeIn,
            boolean otherPopulations,
            Set<List<@Nullable List<Object>>> seen,
            List<Group> all) {
        var shared = alikeIn.stream()
                .filter(dimension -> !further.contains(dimension))
                .toList();
        var exchanged = dimensions.stream().filter(further::contains).toList();
        Map<List<Object>, Map<List<@Nullable List<Object>>, Group>> alike = new HashMap<>();
        for (var group : groups) {
            alike.computeIfAbsent(key(group, shared, otherPopulations), key -> new LinkedHashMap<>())
                    .putIfAbsent(pickEach(group, exchanged), group);
        }
        for (var group : groups) {
            var others = Objects.requireNonNull(alike.get(key(group, shared, otherPopulations)));
            for (var other : others.values()) {
                if (all.size() - groups.size() >= MOST_EMPTY) {
                    return;
                }
                var values = exchanged(group, other, further);
                if (seen.add(values)) {
                    all.add(new Group(values, 0));
                }
            }
        }
    }

    /** The values in some dimensions and, unless groups of other populations are taken for alike, which ones include it. */
    private List<Object> key(Group group, List<String> of, boolean otherPopulations) {
        var key = new ArrayList<Object>(pick(anyValues(group), of));
        if (!otherPopulations) {
            group.values().forEach(values -> key.add(values != null));
        }
        return key;
    }

    private static List<Object> anyValues(Group group) {
        return group.values().stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private List<@Nullable List<Object>> exchanged(Group group, Group other, Set<String> further) {
        var exchanged = new ArrayList<@Nullable List<Object>>();
        for (int p = 0; p < populations.size(); p++) {
            var others = other.values().get(p);
            if (others == null) {
                exchanged.add(null);
            } else {
                var mixed = new ArrayList<>(
                        Objects.requireNonNullElse(group.values().get(p), anyValues(group)));
                for (int k = 0; k < mixed.size(); k++) {
                    if (further.contains(dimensions.get(k))) {
                        mixed.set(k, others.get(k));
                    }
                }
                exchanged.add(List.copyOf(mixed));
            }
        }
        return exchanged;
    }
}
