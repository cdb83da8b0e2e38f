package org.conductregister.query.statistics.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of the questions asked lately, and what they share. A split that a kept grouping answers is small, and many
 * are remembered: one for each force and status, say. The others hold a number for each profile there is, and candidates
 * one for each member.
 */
final class Plans {

    private static final int MOST_PLANS = 512;
    private static final int MOST_KEPT = 512;
    private static final int MOST_OTHERS = 32;

    private final Map<Wanted, Plan> plans = new ConcurrentHashMap<>();
    private final Map<Wanted, Split> kept = new ConcurrentHashMap<>();
    private final Map<Wanted, Split> others = new ConcurrentHashMap<>();
    private final Map<Wanted, Candidates> candidates = new ConcurrentHashMap<>();

    Plan of(Wanted wanted, UnitIndex index) {
        var known = plans.get(wanted);
        return known != null && known.index() == index ? known : add(wanted, index);
    }

    private Plan add(Wanted asked, UnitIndex index) {
        var wanted = asked.byYears();
        var window = Window.of(wanted.population());
        var split = split(wanted.everyDay(), window.isEverything(), index);
        var plan = new Plan(index, split, window, candidates(wanted, window, index));
        return remember(plans, asked, plan, MOST_PLANS);
    }

    private Split split(Wanted wanted, boolean everyDay, UnitIndex index) {
        var known = everyDay ? kept.get(wanted) : null;
        if (known == null) {
            known = others.get(wanted);
        }
        if (known != null && known.isOf(index)) {
            return known;
        }
        var split = new Split(wanted, everyDay, index);
        return split.isKept() ? remember(kept, wanted, split, MOST_KEPT) : remember(others, wanted, split, MOST_OTHERS);
    }

    private Candidates candidates(Wanted wanted, Window window, UnitIndex index) {
        var inAnyState = wanted.inAnyState();
        var known = candidates.get(inAnyState);
        if (known != null && known.isOf(index)) {
            return known;
        }
        long held = candidates.values().stream().mapToLong(Candidates::held).sum();
        if (held > 4L * index.guises().size() + MOST_PLANS) {
            candidates.clear();
        }
        return remember(candidates, inAnyState, new Candidates(inAnyState, window, index), MOST_PLANS);
    }

    private static <T> T remember(Map<Wanted, T> known, Wanted wanted, T value, int most) {
        if (known.size() >= most) {
            known.clear();
        }
        known.put(wanted, value);
        return value;
    }
}
