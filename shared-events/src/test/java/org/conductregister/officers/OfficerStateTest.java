package org.conductregister.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a person serves. */
class OfficerStateTest {

    private static final LocalDate DAY = LocalDate.of(2020, 2, 3);
    private static final ForceCode KENT = new ForceCode("KENT");
    private static final OfficerRegistered REGISTERED = new OfficerRegistered(
            DAY, KENT, Workforce.POLICE_OFFICER, new Label("Sergeant"), new PersonName("Alex Example"), null);
    private static final OfficerResigned RESIGNED = new OfficerResigned(day(10), null);

    private static LocalDate day(int later) {
        return DAY.plusDays(later);
    }

    private static OfficerState after(OfficerFact... facts) {
        var state = OfficerState.NEW;
        for (var fact : facts) {
            state = state.evolve(fact.occurredOn(), fact);
        }
        return state;
    }

    @Nested
    class OfTheirOwn {

        @Test
        void isUnknownUntilAFactTells() {
            assertThat(OfficerState.NEW.registered()).isFalse();
            assertThat(OfficerState.NEW.employment()).isEqualTo(EmploymentState.UNKNOWN);
        }

        @Test
        void isToldByFactsEvenOfSomebodyNotRegistered() {
            var state = after(new OfficerSuspended(day(1), null));

            assertThat(state.registered()).isFalse();
            assertThat(state.employment()).isEqualTo(EmploymentState.SUSPENDED);
        }

        @Test
        void beginsWithTheRegistration() {
            var state = after(REGISTERED);

            assertThat(state.employment()).isEqualTo(EmploymentState.SERVING);
            assertThat(state.registeredOn()).isEqualTo(DAY);
            assertThat(state.force()).isEqualTo(KENT);
            assertThat(state.rank()).isEqualTo(new Label("Sergeant"));
        }

        @Test
        void goesOnUnderRestrictionsAndSuspension() {
            var restricted = after(REGISTERED, new OfficerPutOnRestrictedDuties(day(1), null));
            var suspended = after(REGISTERED, new OfficerSuspended(day(1), null));
            var back = after(
                    REGISTERED, new OfficerSuspended(day(1), null), new OfficerReturnedToFullDuties(day(2), null));

            assertThat(restricted.employment()).isEqualTo(EmploymentState.RESTRICTED_DUTIES);
            assertThat(suspended.employment()).isEqualTo(EmploymentState.SUSPENDED);
            assertThat(back.employment()).isEqualTo(EmploymentState.SERVING);
            assertThat(List.of(restricted, suspended, back))
                    .allSatisfy(
                            state -> assertThat(state.employment().hasLeft()).isFalse())
                    .allSatisfy(state -> assertThat(state.leftOn()).isNull());
        }

        @Test
        void endsInOneOfFourWays() {
            assertThat(after(REGISTERED, RESIGNED).employment()).isEqualTo(EmploymentState.RESIGNED);
            assertThat(after(REGISTERED, new OfficerRetired(day(10), null)).employment())
                    .isEqualTo(EmploymentState.RETIRED);
            assertThat(after(REGISTERED, new OfficerDismissed(day(10), null)).employment())
                    .isEqualTo(EmploymentState.DISMISSED);
            assertThat(after(REGISTERED, new OfficerLeft(day(10), new FreeText("contract ended"), null))
                            .employment())
                    .isEqualTo(EmploymentState.LEFT_OTHER);
            assertThat(after(REGISTERED, RESIGNED).leftOn()).isEqualTo(day(10));
        }

        @Test
        void canBeginAgainAndTheDayOfLeavingStays() {
            var essex =
                    new OfficerRegistered(day(50), new ForceCode("ESSEX"), Workforce.POLICE_STAFF, null, null, null);
            var state = after(REGISTERED, RESIGNED, essex);

            assertThat(state.employment()).isEqualTo(EmploymentState.SERVING);
            assertThat(state.force()).isEqualTo(new ForceCode("ESSEX"));
            assertThat(state.leftOn()).isEqualTo(day(10));
        }

        @Test
        void movesWithATransfer() {
            var state = after(
                    REGISTERED,
                    new OfficerSuspended(day(1), null),
                    new OfficerTransferred(day(2), new ForceCode("ESSEX"), null));

            assertThat(state.force()).isEqualTo(new ForceCode("ESSEX"));
            assertThat(state.employment()).isEqualTo(EmploymentState.SUSPENDED);
            assertThat(state.registeredOn()).isEqualTo(DAY);
        }

        @Test
        void hasListsAndPensionBesideIt() {
            var advisory = after(REGISTERED, RESIGNED, new OfficerPlacedOnAdvisoryList(day(11), null));
            var barred = advisory.evolve(day(12), new OfficerBarred(day(12), null));
            var delisted = barred.evolve(day(13), new OfficerDelisted(day(13), null));
            var forfeited = barred.evolve(day(13), new PensionForfeited(day(13), null));

            assertThat(advisory.listing()).isEqualTo(Listing.ADVISORY);
            assertThat(barred.listing()).isEqualTo(Listing.BARRED);
            assertThat(delisted.listing()).isEqualTo(Listing.NONE);
            assertThat(forfeited.pensionForfeited()).isTrue();
            assertThat(barred.pensionForfeited()).isFalse();
            assertThat(List.of(advisory, barred, delisted, forfeited))
                    .extracting(OfficerState::employment)
                    .containsOnly(EmploymentState.RESIGNED);
        }
    }

    @Nested
    class WithTheDismissalsOrderedInTheirCases {

        @Test
        void isTheirOwnWhereThereAreNone() {
            assertThat(Employment.of(after(REGISTERED, RESIGNED), List.of()))
                    .isEqualTo(new Employment(EmploymentState.RESIGNED, List.of(day(10))));
        }

        @Test
        void endsOnTheDayADismissalWasNotified() {
            assertThat(Employment.of(after(REGISTERED), List.of(day(30))))
                    .isEqualTo(new Employment(EmploymentState.DISMISSED, List.of(day(30))));
        }

        @Test
        void endsForSomebodyNotRegisteredToo() {
            assertThat(Employment.of(OfficerState.NEW, List.of(day(30))))
                    .isEqualTo(new Employment(EmploymentState.DISMISSED, List.of(day(30))));
        }

        @Test
        void staysAsItWasForOneWhoHadLeftBefore() {
            assertThat(Employment.of(after(REGISTERED, RESIGNED), List.of(day(30)))
                            .state())
                    .isEqualTo(EmploymentState.RESIGNED);
        }

        @Test
        void staysAsItWasForOneWhoLeftOnThatVeryDay() {
            assertThat(Employment.of(after(REGISTERED, RESIGNED), List.of(day(10))))
                    .isEqualTo(new Employment(EmploymentState.RESIGNED, List.of(day(10))));
        }

        @Test
        void wasEndedByADismissalBeforeAResignationLoggedAfterIt() {
            assertThat(Employment.of(after(REGISTERED, RESIGNED), List.of(day(9))))
                    .isEqualTo(new Employment(EmploymentState.DISMISSED, List.of(day(9), day(10))));
        }

        @Test
        void goesOnForOneWhoHasRegisteredAgainSince() {
            var back =
                    after(REGISTERED, new OfficerRegistered(day(60), KENT, Workforce.POLICE_STAFF, null, null, null));

            assertThat(Employment.of(back, List.of(day(30))))
                    .isEqualTo(new Employment(EmploymentState.SERVING, List.of(day(30))));
        }

        @Test
        void endsOnTheLastOfSeveralDaysWhateverTheirOrder() {
            assertThat(Employment.of(after(REGISTERED), List.of(day(30), day(20)))
                            .leftOn())
                    .isEqualTo(day(30));
            assertThat(Employment.of(after(REGISTERED), List.of(day(20), day(30)))
                            .leftOn())
                    .isEqualTo(day(30));
        }

        @Test
        void wasLeftOnOrAfterADay() {
            var employment = new Employment(EmploymentState.RESIGNED, List.of(day(10)));

            assertThat(employment.leftOnOrAfter(day(9))).isTrue();
            assertThat(employment.leftOnOrAfter(day(10))).isTrue();
            assertThat(employment.leftOnOrAfter(day(11))).isFalse();
            assertThat(new Employment(EmploymentState.SERVING, List.of()).leftOnOrAfter(DAY))
                    .isFalse();
        }
    }
}
