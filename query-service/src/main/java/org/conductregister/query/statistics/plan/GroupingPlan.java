package org.conductregister.query.statistics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.index.UnitIndex;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is split into cells, whatever the days: which part of it each profile and each state goes to, and whether
 * a kept grouping has the counts ready. Worked out once; what is met later is added as it comes.
 */
public final class GroupingPlan {

    private static final int NOT_KEPT = -1;

    private final UnitIndex index;
    private final Features<?> features;
    private final TupleGrouping profiles;
    private final TupleGrouping states;
    private final TransitionOffsets offsets;
    private final int[] groupBy;

    /** Where the value of each dimension grouped by stands: among those of the profile, or of the state. */
    private final int[] placeInPart;

    private final int keptBy;
    private volatile @Nullable CellLayout layout;

    /** @param everyDay whether days reported or referred limit nothing: the kept groupings know nothing of days */
    GroupingPlan(Selection wanted, boolean everyDay, UnitIndex index) {
        this.index = index;
        this.features = Dimensions.features(wanted.unit());
        this.groupBy = wanted.groupBy().stream().mapToInt(features::index).toArray();
        this.profiles = new TupleGrouping(index.profiles(), PopulationPredicates.profiles(wanted), places(true));
        this.states = new TupleGrouping(
                index.states(), PopulationPredicates.group(features, false, wanted.group()), places(false));
        this.offsets = new TransitionOffsets(index.transitions(), states);
        this.placeInPart = placesInParts();
        this.keptBy = everyDay ? keptBy(wanted) : NOT_KEPT;
    }

    private int[] places(boolean lasting) {
        return Arrays.stream(groupBy)
                .filter(feature -> features.isLasting(feature) == lasting)
                .map(features::place)
                .toArray();
    }

    private int[] placesInParts() {
        var places = new int[groupBy.length];
        int lasting = 0;
        int moving = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = features.isLasting(groupBy[i]) ? lasting++ : moving++;
        }
        return places;
    }

    /** The smallest kept grouping that tells apart all that the question tells apart. */
    private int keptBy(Selection wanted) {
        var needed = new HashSet<>(wanted.groupBy());
        needed.addAll(wanted.group().keySet());
        for (var filter : Filter.values()) {
            if (!wanted.population().of(filter).isEmpty()) {
                needed.add(filter.parameter());
            }
        }
        var kept = index.kept();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).definition().dimensions().containsAll(needed)) {
                return i;
            }
        }
        return NOT_KEPT;
    }

    boolean isOf(UnitIndex other) {
        return index == other;
    }

    public boolean isKept() {
        return keptBy != NOT_KEPT;
    }

    public int keptBy() {
        return keptBy;
    }

    /** Whether no profile is told apart from another or left out. */
    boolean isOfAllProfiles() {
        return profiles.isOnePart();
    }

    public TransitionOffsets.Known offsets(UnitSnapshot view) {
        return offsets.upTo(view);
    }

    /** What to do with each tuple that a view shows, and perhaps with later ones. */
    public CellLayout layout(UnitSnapshot view) {
        var now = layout;
        int groups = isKept() ? view.kept().get(keptBy).groups() : 0;
        if (now != null && now.fits(view, groups)) {
            return now;
        }
        return layOut(view, groups);
    }

    private synchronized CellLayout layOut(UnitSnapshot view, int groups) {
        var ofProfiles = isKept() ? null : profiles.upTo(view.profiles());
        var ofGroups = isKept() ? groups(view, groups) : List.<CellLayout.KeptGroup>of();
        var ofStates = states.upTo(view.states());
        var now = layout;
        if (now != null && now.hasShape(profiles.count(), ofStates.parts(), groups)) {
            layout = now.with(ofProfiles, ofStates);
        } else {
            layout = CellLayout.of(this, ofProfiles, ofStates, profiles.count(), ofGroups);
        }
        return layout;
    }

    private List<CellLayout.KeptGroup> groups(UnitSnapshot view, int count) {
        var groups = new ArrayList<CellLayout.KeptGroup>(count);
        var kept = index.kept().get(keptBy);
        var parts = view.kept().get(keptBy).partOfProfile();
        for (int group = 0; group < count; group++) {
            int profile = kept.profileOf(group);
            groups.add(
                    new CellLayout.KeptGroup(parts[profile], profiles.of(profile), states.of(kept.stateOf(group) - 1)));
        }
        return groups;
    }

    /** The part of the profiles that one belongs to, or {@link TupleGrouping#NOWHERE}. */
    int partOfProfile(int profile) {
        return profiles.of(profile);
    }

    boolean wantsProfile(int profile) {
        return profiles.isWanted(profile);
    }

    public boolean wantsState(int state) {
        return state != UnitState.NOT_THERE && states.isWanted(state - 1);
    }

    /** The values grouped by. */
    List<Object> values(int profilePart, int statePart) {
        var lasting = profiles.valuesOf(profilePart);
        var moving = states.valuesOf(statePart);
        var values = new ArrayList<>(groupBy.length);
        for (int i = 0; i < groupBy.length; i++) {
            values.add((features.isLasting(groupBy[i]) ? lasting : moving).get(placeInPart[i]));
        }
        return List.copyOf(values);
    }
}
