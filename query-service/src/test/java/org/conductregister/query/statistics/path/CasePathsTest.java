package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.History.Logged;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationAt;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.CaseAt;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.ReferralAt;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a case, its allegations and its referrals against the units that there are at the end of each day, worked out
 * from the state of the case and the standing of its persons then. Persons are as their own facts have them.
 */
class CasePathsTest {

    @Property(tries = 200)
    void thePointsAddUpToTheUnitsOfEachDay(@ForAll("cases") RandomCase made, @ForAll Random random) {
        var traced = new Traced(made);
        for (var entry : made.entries()) {
            if (random.nextInt(5) == 0) {
                traced.restart();
            }
            traced.add(entry);
            traced.check();
        }
    }

    @Property(tries = 60)
    void tracedAgainNothingIsEmitted(@ForAll("cases") RandomCase made, @ForAll Random random) {
        var traced = new Traced(made);
        made.entries().forEach(traced::add);
        int emitted = made.points().points();
        int day = traced.anyDay(random);

        traced.paths.trace(traced.timeline.from(day), day, made.points());

        assertThat(made.points().points()).isEqualTo(emitted);
    }

    /** A case that is traced as entries are added. */
    private static final class Traced {

        private final RandomCase made;
        private final Timeline<CaseState> timeline;
        private final NamedPersons named;
        private CasePaths paths;

        Traced(RandomCase made) {
            this.made = made;
            this.timeline = new Timeline<>(Timeline.Fold.OF_CASES, made.history());
            this.named = new NamedPersons(made.history().record(), made.records(), made::person);
            this.paths = newPaths();
        }

        private CasePaths newPaths() {
            return new CasePaths(made.history(), named, made.points());
        }

        void add(Logged entry) {
            named.prepareFor(entry.fact());
            var before = timeline.last();
            int from = timeline.add(entry.entryId(), entry.fact());
            if (from == Step.BEGINNING) {
                paths.trace(timeline.from(from), from, made.points());
            } else {
                paths.traceChanged(from, before, timeline.last());
            }
        }

        /** Goes on with new paths, which are traced without emitting anything. */
        void restart() {
            paths = newPaths();
            paths.trace(
                    timeline.from(Step.BEGINNING),
                    Step.BEGINNING,
                    made.records().alreadyEmitted());
        }

        int anyDay(Random random) {
            return Step.day(RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS)));
        }

        void check() {
            var states = Timeline.Fold.OF_CASES.all(made.history().entries());
            for (int number = 0; number < RandomRegister.DAYS + 2; number++) {
                int day = Step.day(RandomRegister.FIRST_DAY.plusDays(number));
                var state = Step.at(states, day);
                for (var unit : Set.of(Unit.CASES, Unit.ALLEGATIONS, Unit.REFERRALS)) {
                    assertThat(made.points().unitsAt(unit, day))
                            .isEqualTo(state == null || !state.opened() ? Set.of() : units(unit, state, day));
                }
            }
        }

        private Set<String> units(Unit unit, CaseState state, int day) {
            var traits = new HashSet<AllegationTraits>();
            var allegations = new HashSet<String>();
            var allegationsAt = new ArrayList<AllegationAt>();
            int referred = state.referrals().isEmpty()
                    ? UnitState.NOT_REFERRED
                    : Step.day(state.referrals().getFirst().referredOn());
            for (var allegation : state.allegations().values()) {
                var at = new AllegationAt(state, allegation, standing(allegation, day));
                traits.add(at.traits());
                allegationsAt.add(at);
                allegations.add(SummedPoints.unit(
                        RandomCase.ID,
                        allegation.allegationId().value(),
                        Dimensions.OF_ALLEGATIONS.fixedValues(at),
                        allegation.officerId() == null
                                ? null
                                : person(allegation).history().id(),
                        Step.day(allegation.reportedOn()),
                        referred,
                        Dimensions.OF_ALLEGATIONS.changingValues(at)));
            }
            return switch (unit) {
                case ALLEGATIONS -> allegations;
                case CASES -> Set.of(theCase(new CaseAt(state, traits, allegationsAt), referred));
                default -> referrals(new CaseAt(state, traits, allegationsAt));
            };
        }

        private @Nullable Standing standing(AllegationState allegation, int day) {
            return allegation.officerId() == null ? null : person(allegation).standingAt(day);
        }

        private Person person(AllegationState allegation) {
            return made.person(made.records().numberOf(allegation.officerId())).knownAs();
        }

        private static String theCase(CaseAt at, int referred) {
            return SummedPoints.unit(
                    RandomCase.ID,
                    null,
                    Dimensions.OF_CASES.fixedValues(at),
                    null,
                    Step.day(at.state().opening().openedOn()),
                    referred,
                    Dimensions.OF_CASES.changingValues(at));
        }

        private static Set<String> referrals(CaseAt at) {
            var referrals = new HashSet<String>();
            for (var referral : at.state().referrals()) {
                var one = new ReferralAt(at, referral);
                referrals.add(SummedPoints.unit(
                        RandomCase.ID,
                        String.valueOf(1 + referrals.size()),
                        Dimensions.OF_REFERRALS.fixedValues(one),
                        null,
                        Step.day(at.state().opening().openedOn()),
                        Step.day(referral.referredOn()),
                        Dimensions.OF_REFERRALS.changingValues(one)));
            }
            return referrals;
        }
    }

    @Provide
    Arbitrary<RandomCase> cases() {
        return RandomCase.any();
    }
}
