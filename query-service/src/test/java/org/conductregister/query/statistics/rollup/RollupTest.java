package org.conductregister.query.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.ReferralAt;

/** A rollup of referrals by force and state, against the list of all points. */
class RollupTest {

    private static final Features<ReferralAt> FEATURES = Dimensions.OF_REFERRALS;
    private static final int FORCE = FEATURES.field(FEATURES.number("force"));
    private static final int REFERRAL = FEATURES.field(FEATURES.number("referral"));
    private static final RollupDefinition DEFINITION = new RollupDefinition(List.of("force", "referral"), true);
    private static final Granularity GRANULARITY = new Granularity(1, -3); // runs of two points
    private static final int DAYS = 100;

    private TupleDictionary profiles;
    private TupleDictionary states;
    private Rollup rollup;
    private List<Point> model;
    private int merged;

    private record Point(int profile, int from, int to, char day) {}

    @BeforeTry
    void begin() {
        profiles = new TupleDictionary(FEATURES.fixedCount());
        states = new TupleDictionary(FEATURES.changingCount());
        rollup = new Rollup(DEFINITION, FEATURES, profiles, states, GRANULARITY);
        model = new ArrayList<>();
        merged = 0;
    }

    @Property(tries = 40)
    void pointsAreCountedWhetherTheyAreMergedOrPending(
            @ForAll @IntRange(max = 8) int rounds, @ForAll @IntRange(max = 60) int pointsEach, @ForAll Random random) {
        for (int i = 0; i < rounds; i++) {
            addAndMerge(pointsEach, random);
        }

        assertCountsNow(random);
    }

    @Property(tries = 40)
    void countsAreKnownAtEachRun(@ForAll @IntRange(max = 400) int points, @ForAll Random random) {
        addAndMerge(points, random);
        var view = rollup.view();

        for (int i = 0; i < 20; i++) {
            int day = random.nextInt(DAYS);
            int covered = view.runs().covered(random.nextInt(merged + 1));
            assertThat(covered % 2).isZero();
            var counts = new HashMap<List<Object>, Integer>();
            for (int group = 0; group < view.groups(); group++) {
                counts.merge(valuesOf(view, group), view.runs().upTo(covered, group, day), Integer::sum);
            }
            counts.values().removeIf(count -> count == 0);
            assertThat(counts).isEqualTo(expected(covered, day));
        }
    }

    @Property(tries = 40)
    void aGroupIsWhatProfilesAndStatesHaveInCommon(@ForAll @IntRange(max = 300) int points, @ForAll Random random) {
        addAndMerge(points, random);
        var view = rollup.view();

        assertThat(view.definition()).isEqualTo(DEFINITION);
        var groups = new HashMap<List<Object>, Integer>();
        for (int group = 0; group < view.groups(); group++) {
            assertThat(groups.put(valuesOf(view, group), group)).isNull();
        }
        var partOfForce = new HashMap<Object, Integer>();
        for (var point : model) {
            if (point.from() == 0 && point.to() == 0) {
                continue;
            }
            int part = view.partOfProfile()[point.profile()];
            assertThat(partOfForce.computeIfAbsent(profiles.value(point.profile(), FORCE), unknown -> part))
                    .isEqualTo(part);
        }
    }

    @Property(tries = 40)
    void whatWasSavedIsLoadedAndGoesOn(@ForAll @IntRange(max = 200) int points, @ForAll Random random) {
        addAndMerge(points, random);
        var view = rollup.view();
        int mergedThen = merged;

        rollup = RoundTrip.of(view::save, in -> Rollup.load(DEFINITION, FEATURES, profiles, states, in));
        for (int i = rollup.firstToReopen(mergedThen); i < mergedThen; i++) {
            var point = model.get(i);
            rollup.reopen(point.profile(), point.from(), point.to(), point.day());
        }
        for (var point : model.subList(mergedThen, model.size())) {
            rollup.add(point.profile(), point.from(), point.to(), point.day());
        }
        assertCountsNow(random);
        addAndMerge(100, random);

        assertCountsNow(random);
        countsAreKnownAtEachRun(0, random);
    }

    private void addAndMerge(int count, Random random) {
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(3) == 0 ? 0 : 1 + states.numberOf(values(FEATURES.changingCount(), random));
            int to = random.nextInt(5) == 0 ? 0 : 1 + states.numberOf(values(FEATURES.changingCount(), random));
            var point = new Point(
                    profiles.numberOf(values(FEATURES.fixedCount(), random)), from, to, (char) random.nextInt(DAYS));
            rollup.add(point.profile(), point.from(), point.to(), point.day());
            model.add(point);
        }
        int merge = random.nextInt(model.size() - merged + 1);
        rollup.merge(merged, merge);
        merged += merge;
    }

    private static Object[] values(int count, Random random) {
        var values = new Object[count];
        Arrays.setAll(values, i -> String.valueOf(random.nextInt(3)));
        return values;
    }

    private void assertCountsNow(Random random) {
        var view = rollup.view();
        for (int i = 0; i < 10; i++) {
            int day = random.nextInt(DAYS);
            var counts = new HashMap<List<Object>, Integer>();
            for (int group = 0; group < view.counts().length; group++) {
                counts.merge(valuesOf(view, group), view.counts()[group].upTo(day), Integer::sum);
            }
            for (int pending = 0; pending < model.size() - merged; pending++) {
                if (view.pendingDays()[pending] <= day) {
                    add(counts, view, view.pendingLeft()[pending], -1);
                    add(counts, view, view.pendingEntered()[pending], 1);
                }
            }
            counts.values().removeIf(count -> count == 0);
            assertThat(counts).isEqualTo(expected(model.size(), day));
        }
    }

    private void add(Map<List<Object>, Integer> counts, Rollup.View view, int group, int delta) {
        if (group != Rollup.NO_GROUP) {
            counts.merge(valuesOf(view, group), delta, Integer::sum);
        }
    }

    private List<Object> valuesOf(Rollup.View view, int group) {
        return List.of(
                profiles.value(view.profileOfGroup().get(group), FORCE),
                states.value(view.stateOfGroup().get(group) - 1, REFERRAL));
    }

    private Map<List<Object>, Integer> expected(int points, int day) {
        var counts = new HashMap<List<Object>, Integer>();
        for (var point : model.subList(0, points)) {
            if (point.day() <= day) {
                if (point.from() != 0) {
                    counts.merge(valuesOf(point.profile(), point.from()), -1, Integer::sum);
                }
                if (point.to() != 0) {
                    counts.merge(valuesOf(point.profile(), point.to()), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private List<Object> valuesOf(int profile, int state) {
        return List.of(profiles.value(profile, FORCE), states.value(state - 1, REFERRAL));
    }
}
