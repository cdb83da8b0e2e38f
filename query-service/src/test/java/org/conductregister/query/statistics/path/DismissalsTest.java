package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.cases.CaseState;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.terms.identifiers.OfficerId;

/** The dismissals of a case against those that its allegations have at the end of each day. */
class DismissalsTest {

    private static final List<OfficerId> OFFICERS =
            List.of(new OfficerId("O1"), new OfficerId("O2"), new OfficerId("O3"), new OfficerId("NOBODY"));

    @Property(tries = 300)
    void onEachDayTheyAreThoseOfTheAllegations(@ForAll("cases") RandomCase made) {
        made.entries().forEach(entry -> made.history().add(entry.entryId(), entry.fact()));
        var states = Timeline.Fold.OF_CASES.all(made.history().entries());

        var dismissals = Dismissals.of(states);

        for (var officer : OFFICERS) {
            var steps = dismissals.getOrDefault(officer, List.of());
            assertThat(Dismissals.orderedBy(made.history(), officer)).isEqualTo(steps);
            for (int day = 0; day < RandomRegister.DAYS; day++) {
                int at = Step.day(RandomRegister.FIRST_DAY.plusDays(day));
                assertThat(Objects.requireNonNullElse(Step.at(steps, at), List.of()))
                        .isEqualTo(inForce(Step.at(states, at)).getOrDefault(officer, List.of()));
            }
            for (int i = 0; i < steps.size(); i++) {
                var before = i == 0 ? List.of() : steps.get(i - 1).state();
                assertThat(steps.get(i).state()).isNotEqualTo(before);
            }
        }
    }

    @Property(tries = 300)
    void statesDifferInThemIfAnOfficerHasOthersInOneThanInTheOther(@ForAll("cases") RandomCase made) {
        made.entries().forEach(entry -> made.history().add(entry.entryId(), entry.fact()));
        var states = new ArrayList<CaseState>(List.of(CaseState.NEW));
        Timeline.Fold.OF_CASES.all(made.history().entries()).forEach(step -> states.add(step.state()));

        for (var before : states) {
            for (var after : states) {
                assertThat(Dismissals.differ(before, after))
                        .isEqualTo(!inForce(before).equals(inForce(after)));
            }
        }
    }

    private static Map<OfficerId, List<LocalDate>> inForce(CaseState state) {
        var inForce = new HashMap<OfficerId, List<LocalDate>>();
        if (state == null) {
            return inForce;
        }
        for (var allegation : state.allegations().values()) {
            if (allegation.officerId() != null && allegation.misconduct().dismissedOn() != null) {
                inForce.computeIfAbsent(allegation.officerId(), first -> new ArrayList<>())
                        .add(allegation.misconduct().dismissedOn());
            }
        }
        return inForce;
    }

    @Provide
    Arbitrary<RandomCase> cases() {
        return RandomCase.any();
    }
}
