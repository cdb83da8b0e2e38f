package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.CaseFact.SeverityAssessed;
import org.conductregister.query.statistics.dimension.AllegationAt;
import org.conductregister.query.statistics.dimension.CaseAt;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Severity;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.Test;

/** Where a comparison says "the same", the values compared in full are the same; and it says so where it should be cheap. */
class StateComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2019, 5, 6);
    private static final AllegationId A1 = new AllegationId("A1");

    @Property(tries = 200)
    void theSameVersionHasTheSameFixedValues(@ForAll("cases") RandomCase made) {
        var before = CaseState.NEW;
        for (var entry : made.entries()) {
            if (entry.fact() instanceof CaseFact fact) {
                var after = before.evolve(fact.occurredOn(), fact);
                boolean sameCase = before.opening() == after.opening() && before.referrals() == after.referrals();
                if (sameCase && after.opened()) {
                    for (var now : after.allegations().values()) {
                        var was = before.allegations().get(now.allegationId());
                        if (was != null && StateComparison.sameVersion(was, now)) {
                            assertThat(fixed(after, now)).containsExactly(fixed(before, was));
                            assertThat(now.officerId()).isEqualTo(was.officerId());
                            assertThat(now.reportedOn()).isEqualTo(was.reportedOn());
                        }
                    }
                }
                before = after;
            }
        }
    }

    @Property(tries = 200)
    void theSameStateHasTheSameChangingValues(@ForAll("cases") RandomCase made) {
        var before = CaseState.NEW;
        for (var entry : made.entries()) {
            if (entry.fact() instanceof CaseFact fact) {
                var after = before.evolve(fact.occurredOn(), fact);
                if (before.opened() && StateComparison.sameState(before, after)) {
                    assertThat(changing(after)).containsExactly(changing(before));
                }
                before = after;
            }
        }
    }

    @Test
    void aSeverityLeavesTheVersionAsItIsAndAnOfficerDoesNot() {
        var reported = reported();

        var assessed = after(reported, new SeverityAssessed(DAY, A1, Severity.GROSS_MISCONDUCT, null));
        var identified = after(reported, new OfficerIdentified(DAY, A1, new OfficerId("O1"), null));

        assertThat(StateComparison.sameVersion(allegation(reported), allegation(assessed)))
                .isTrue();
        assertThat(StateComparison.sameState(reported, assessed)).isTrue();
        assertThat(StateComparison.sameVersion(allegation(reported), allegation(identified)))
                .isFalse();
    }

    @Test
    void aClosedCaseIsInAnotherState() {
        assertThat(StateComparison.sameState(reported(), after(reported(), new CaseClosed(DAY, null))))
                .isFalse();
    }

    private static CaseState reported() {
        var opened = new CaseOpened(
                DAY, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, Tags.of("VAWG"), null);
        var reported = new AllegationReported(DAY, A1, new CategoryCode("RAPE"), null, null, null, null, null);
        return List.<CaseFact>of(opened, reported).stream()
                .reduce(CaseState.NEW, StateComparisonTest::after, (one, other) -> other);
    }

    private static CaseState after(CaseState before, CaseFact fact) {
        return before.evolve(fact.occurredOn(), fact);
    }

    private static AllegationState allegation(CaseState state) {
        return state.allegations().get(A1);
    }

    private static Object[] fixed(CaseState state, AllegationState allegation) {
        return Dimensions.OF_ALLEGATIONS.fixedValues(new AllegationAt(state, allegation, Standing.UNKNOWN));
    }

    private static Object[] changing(CaseState state) {
        return Dimensions.OF_CASES.changingValues(new CaseAt(state, Set.of(), List.of()));
    }

    @Provide
    Arbitrary<RandomCase> cases() {
        return RandomCase.any();
    }
}
