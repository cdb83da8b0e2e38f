package org.conductregister.query.statistics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.rollup.RollupDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How the units of a {@link Selection} are divided into groups, on whatever days: the part of each profile and each state, and
 * the rollup that has the counts, if one does. Made once; profiles and states that are added to the index later are looked at
 * when a snapshot that has them is asked about. Any thread may ask, about snapshots of one index only, since it remembers
 * profiles and states by number.
 */
public final class GroupingPlan {

    /** In place of the number of a rollup: none has the counts. */
    static final int NO_ROLLUP = -1;

    private final Features<?> features;
    private final TupleGrouping profiles;
    private final TupleGrouping states;
    private final TransitionOffsets offsets;

    /** The numbers of the features grouped by. */
    private final int[] groupBy;

    /** Where the value of each is among the values of the profile's part, or of the state's part. */
    private final int[] placeInPart;

    private final int rollup;
    private volatile @Nullable CellLayout layout;

    /** @param rollup the number of the unit's rollup that has the counts, or {@link #NO_ROLLUP} */
    GroupingPlan(Selection selection, int rollup) {
        this.features = Dimensions.features(selection.unit());
        this.groupBy = selection.groupBy().stream().mapToInt(features::number).toArray();
        this.profiles = new TupleGrouping(PopulationPredicates.ofProfiles(selection), fields(true));
        this.states = new TupleGrouping(PopulationPredicates.ofStates(selection), fields(false));
        this.offsets = new TransitionOffsets(states);
        this.placeInPart = placesInParts();
        this.rollup = rollup;
    }

    private int[] fields(boolean fixed) {
        return Arrays.stream(groupBy)
                .filter(feature -> features.isFixed(feature) == fixed)
                .map(features::field)
                .toArray();
    }

    private int[] placesInParts() {
        var places = new int[groupBy.length];
        int fixed = 0;
        int changing = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = features.isFixed(groupBy[i]) ? fixed++ : changing++;
        }
        return places;
    }

    /**
     * The number of the smallest rollup that has all dimensions by which a selection groups or limits units, or
     * {@link #NO_ROLLUP}. Limits on days are not looked at; no rollup has days of reports.
     */
    static int rollupFor(Selection selection) {
        var needed = new HashSet<>(selection.groupBy());
        needed.addAll(selection.group().keySet());
        for (var filter : Filter.values()) {
            if (!selection.population().of(filter).isEmpty()) {
                needed.add(filter.parameter());
            }
        }
        var rollups = RollupDefinition.of(selection.unit());
        for (int i = 0; i < rollups.size(); i++) {
            if (rollups.get(i).dimensions().containsAll(needed)) {
                return i;
            }
        }
        return NO_ROLLUP;
    }

    /** The number of the rollup that has the counts; asked for only where the layout {@link CellLayout#isOfRollup is of one}. */
    public int rollup() {
        return rollup;
    }

    /** Whether all profiles are one part. */
    boolean isOneProfilePart() {
        return profiles.isOnePart();
    }

    /** Returns the changes of cells by each transition of a snapshot. */
    public TransitionOffsets.Pairs offsets(UnitSnapshot snapshot) {
        return offsets.pairs(snapshot.transitions(), snapshot.states());
    }

    /** The cells for all profiles and states of a snapshot; O(1), but for those that are new. */
    public CellLayout layout(UnitSnapshot snapshot) {
        var known = layout;
        int groups = rollupGroups(snapshot);
        return known != null && known.covers(snapshot, groups) ? known : newLayout(snapshot, groups);
    }

    private int rollupGroups(UnitSnapshot snapshot) {
        return rollup == NO_ROLLUP ? 0 : snapshot.rollups().get(rollup).groups();
    }

    private synchronized CellLayout newLayout(UnitSnapshot snapshot, int groups) {
        var known = layout;
        var partsOfStates = states.parts(snapshot.states());
        if (rollup != NO_ROLLUP) {
            var ofRollup = groups(snapshot, groups);
            if (!CellLayout.isSparse(profiles.count(), partsOfStates.count())) {
                layout = known != null && known.hasRollupCells(profiles.count(), partsOfStates.count(), groups)
                        ? known.with(null, partsOfStates)
                        : CellLayout.ofRollup(this::values, profiles.count(), partsOfStates, ofRollup);
                return layout;
            }
        }
        var partsOfProfiles = profiles.parts(snapshot.profiles());
        layout = known != null && known.hasCells(partsOfProfiles.count(), partsOfStates.count())
                ? known.with(partsOfProfiles, partsOfStates)
                : CellLayout.of(this::values, partsOfProfiles, partsOfStates);
        return layout;
    }

    private List<CellLayout.RollupGroup> groups(UnitSnapshot snapshot, int count) {
        var view = snapshot.rollups().get(rollup);
        var groups = new ArrayList<CellLayout.RollupGroup>(count);
        for (int group = 0; group < count; group++) {
            int profile = view.profileOfGroup().get(group);
            int state = view.stateOfGroup().get(group);
            groups.add(new CellLayout.RollupGroup(
                    view.partOfProfile()[profile],
                    profiles.part(snapshot.profiles(), profile),
                    states.part(snapshot.states(), state - 1)));
        }
        return groups;
    }

    /** By profile of the snapshot, the part by which {@link CellLayout#firstCell} finds its cells. */
    public int[] parts(CellLayout layout, UnitSnapshot snapshot) {
        var ofProfiles = layout.profiles();
        return ofProfiles == null ? snapshot.rollups().get(rollup).partOfProfile() : ofProfiles.partOfTuple();
    }

    /** Whether the units with a profile are selected, if their state is too. */
    boolean selectsProfile(UnitSnapshot snapshot, int profile) {
        return profiles.passes(snapshot.profiles(), profile);
    }

    /** Whether the units in a state are selected, if their profile is too. */
    public boolean selectsState(UnitSnapshot snapshot, int state) {
        return state != UnitState.NOT_THERE && states.passes(snapshot.states(), state - 1);
    }

    /** The values grouped by, in their order. */
    private List<Object> values(int profilePart, int statePart) {
        var fixed = profiles.values(profilePart);
        var changing = states.values(statePart);
        var values = new ArrayList<>(groupBy.length);
        for (int i = 0; i < groupBy.length; i++) {
            values.add((features.isFixed(groupBy[i]) ? fixed : changing).get(placeInPart[i]));
        }
        return List.copyOf(values);
    }
}
