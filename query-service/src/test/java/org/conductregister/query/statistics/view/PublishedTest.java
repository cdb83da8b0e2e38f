package org.conductregister.query.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.PointIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;

/** Tests snapshots remembered for a list against the snapshot read anew by each. */
class PublishedTest {

    private static final List<String> FINDINGS = List.of("SUSTAINED", "PARTLY", "OTHER");
    private static final List<Unit> WITH_RESULTS = List.of(Unit.ALLEGATIONS, Unit.CASES);

    @Property(tries = 100)
    void resultsAreReadByTheListOfTheQuestionWhateverWasAskedBefore(@ForAll Random random) {
        var snapshot = withEveryStoredResult();
        var published = new Published(snapshot, new PlansByFindings());
        for (int i = 0; i < 20; i++) {
            boolean isOfResults = random.nextInt(4) > 0;
            var upheld = isOfResults ? anyOf(random) : Set.<String>of();

            var read = isOfResults ? published.as(upheld) : published.withoutResults();

            assertThat(read.upheldFindings()).isEqualTo(upheld);
            assertThat(results(read.snapshot())).isEqualTo(results(snapshot.withResults(upheld)));
            assertThat(read.snapshot().head()).isEqualTo(snapshot.head());
        }
    }

    /** Plans that remember how results were read in one way are never used where they are read in another. */
    @Property(tries = 50)
    void plansAreApartByWhatIsUpheldAndKeptForLaterSnapshots(@ForAll Random random) {
        var plans = new PlansByFindings();
        var byFindings = new HashMap<Set<String>, QueryPlanCache>();
        for (int commit = 0; commit < 5; commit++) {
            var published = new Published(withEveryStoredResult(), plans);
            for (int i = 0; i < 5; i++) {
                var upheld = random.nextBoolean() ? Set.of("SUSTAINED") : Set.<String>of();
                var read = published.as(upheld);
                assertThat(read.plans()).isSameAs(byFindings.computeIfAbsent(upheld, unknown -> read.plans()));
            }
        }
        assertThat(new HashSet<>(byFindings.values())).hasSize(byFindings.size());
    }

    @Property(tries = 20)
    void nothingIsMadeForTheSameListAgain(@ForAll Random random) {
        var published = new Published(withEveryStoredResult(), new PlansByFindings());
        var upheld = anyOf(random);

        assertThat(published.as(upheld)).isSameAs(published.as(new HashSet<>(upheld)));
        assertThat(published.withoutResults()).isSameAs(published.withoutResults());
    }

    private static Set<String> anyOf(Random random) {
        var upheld = new HashSet<>(FINDINGS);
        upheld.removeIf(finding -> random.nextBoolean());
        return Set.copyOf(upheld);
    }

    private static IndexSnapshot withEveryStoredResult() {
        var index = new PointIndex();
        for (var unit : WITH_RESULTS) {
            var features = Dimensions.features(unit);
            for (var stored : List.of("PENDING", "UPHELD", "UPHELD BY SUSTAINED", "UPHELD BY OTHER PARTLY")) {
                var state = new Object[features.changingCount()];
                Arrays.fill(state, "X");
                state[result(features)] = stored;
                index.of(unit).state(state);
            }
        }
        return index.snapshot(Head.At.START);
    }

    private static int result(Features<?> features) {
        return features.field(features.number(Dimensions.RESULT));
    }

    /** Returns what each state's result is read as, by unit. */
    private static Map<Unit, List<Object>> results(IndexSnapshot snapshot) {
        var results = new HashMap<Unit, List<Object>>();
        for (var unit : WITH_RESULTS) {
            var states = snapshot.of(unit).states();
            int field = result(Dimensions.features(unit));
            var values = new Object[states.size()];
            Arrays.setAll(values, state -> states.value(state, field));
            results.put(unit, List.of(values));
        }
        return results;
    }
}
