package org.conductregister.standalone.sample;

import static org.conductregister.standalone.sample.script.Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.standalone.sample.script.Accusation;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.standalone.sample.script.Force;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.Tags;

/**
 * Published of referrals to the IPCC for abuse of position for a sexual purpose, April 2014 to September 2017: 320, of
 * which 57 required an investigation and 33 of those are ongoing; 103 in the year 2016/17; 66 since April 2017.
 *
 * <p>Here: as at the end of 2017, when all had been decided on. {@value #REFERRED_AGAIN} cases were referred twice.
 */
final class ReferralsToTheWatchdog implements Plan {

    private static final LocalDate AS_AT = LocalDate.of(2017, 12, 31);
    private static final LocalDate LAST_CLOSED = LocalDate.of(2020, 6, 30);

    /** Cases returned to their force in 2015/16 and referred again, on new evidence, in 2016/17; still ongoing. */
    static final int REFERRED_AGAIN = 3;

    /**
     * One period's first referrals by what the watchdog decided; those required an investigation that was ongoing or
     * concluded on the day that counts.
     */
    private record Period(LocalDate from, LocalDate to, int returned, int concluded, int ongoing) {}

    /** 62, 89, 103 (with those referred again) and 66: 320; 24 concluded and 33 ongoing (with the same): 57. */
    private static final List<Period> PERIODS = List.of(
            new Period(LocalDate.of(2014, 4, 1), LocalDate.of(2015, 3, 31), 56, 6, 0),
            new Period(LocalDate.of(2015, 4, 1), LocalDate.of(2016, 3, 31), 76 - REFERRED_AGAIN, 11, 2),
            new Period(LocalDate.of(2016, 4, 1), LocalDate.of(2017, 3, 31), 82, 6, 15 - REFERRED_AGAIN),
            new Period(LocalDate.of(2017, 4, 1), LocalDate.of(2017, 9, 30), 49, 1, 16));

    private static final List<Ending> RETURNED = List.of(
            Ending.NO_CASE_TO_ANSWER,
            Ending.NO_CASE_TO_ANSWER,
            Ending.UNFOUNDED,
            Ending.NO_FURTHER_ACTION,
            Ending.NO_FURTHER_ACTION,
            Ending.MANAGEMENT_ADVICE,
            Ending.MANAGEMENT_ADVICE,
            Ending.WRITTEN_WARNING,
            Ending.WRITTEN_WARNING,
            Ending.FINAL_WRITTEN_WARNING,
            Ending.RESIGNED,
            Ending.DISMISSED,
            Ending.NOT_PROVEN);

    private static final List<Ending> CONCLUDED = List.of(
            Ending.DISMISSED,
            Ending.DISMISSED,
            Ending.DISMISSED_AND_APPEALED,
            Ending.RESIGNED,
            Ending.RETIRED,
            Ending.JAILED_THEN_DISMISSED,
            Ending.FINAL_WRITTEN_WARNING,
            Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER);

    private static final List<Ending> ONGOING = List.of(
            Ending.DISMISSED,
            Ending.DISMISSED,
            Ending.DISMISSED_AND_APPEALED,
            Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED,
            Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED,
            Ending.RETIRED,
            Ending.JAILED_THEN_DISMISSED,
            Ending.ACQUITTED_AND_DISMISSED,
            Ending.FINAL_WRITTEN_WARNING,
            Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER);

    private static final List<InvestigationMode> MODES = List.of(
            InvestigationMode.INDEPENDENT,
            InvestigationMode.INDEPENDENT,
            InvestigationMode.INDEPENDENT,
            InvestigationMode.MANAGED,
            InvestigationMode.SUPERVISED);

    @Override
    public void write(EntryCollector collector) {
        var casework = new Casework(collector, "referrals-to-the-watchdog");
        PERIODS.forEach(period -> write(casework, period));
        for (int i = 0; i < REFERRED_AGAIN; i++) {
            referredAgain(casework, LocalDate.of(2015, 6 + i, 8));
        }
    }

    /** The earliest are those concluded; the others are mixed. */
    private static void write(Casework casework, Period period) {
        var random = casework.random();
        int whole = period.returned() + period.concluded() + period.ongoing();
        var days = random.workingDays(whole, period.from(), period.to());
        var forces = Forces.share(whole, Forces.ALL, random).iterator();
        for (var day : days.subList(0, period.concluded())) {
            concluded(casework, forces.next(), day);
        }
        var others = random.shuffled(days.subList(period.concluded(), whole));
        for (var day : others.subList(0, period.returned())) {
            returned(casework, forces.next(), day);
        }
        for (var day : others.subList(period.returned(), others.size())) {
            ongoing(casework, forces.next(), day);
        }
    }

    private static void returned(Casework casework, Force force, LocalDate day) {
        var random = casework.random();
        var accusation = referred(casework, force, day, InvestigationMode.RETURNED_TO_FORCE);
        var ending = random.oneOf(RETURNED);
        new UsualCourse(accusation.script())
                .with(accusation, ending)
                .closedOn(ending.endsOn(random, day.plusDays(60), LAST_CLOSED));
    }

    private static void concluded(Casework casework, Force force, LocalDate day) {
        var random = casework.random();
        var accusation = referred(casework, force, day, random.oneOf(MODES));
        var ending = random.oneOf(CONCLUDED);
        var decidedBy = day.plusDays(60);
        var feasible = decidedBy.plusDays(ending.leastDays()).isBefore(AS_AT) ? ending : Ending.DISMISSED;
        new UsualCourse(accusation.script())
                .with(accusation, feasible)
                .closedOn(feasible.endsOn(random, decidedBy, AS_AT));
    }

    private static void ongoing(Casework casework, Force force, LocalDate day) {
        ongoing(casework, referred(casework, force, day, casework.random().oneOf(MODES)), day);
    }

    private static void ongoing(Casework casework, Accusation accusation, LocalDate day) {
        var random = casework.random();
        var begunBy = random.workingDay(day.plusDays(65), AS_AT);
        var closedOn = random.workingDay(AS_AT.plusDays(60), LAST_CLOSED);
        new UsualCourse(accusation.script())
                .with(accusation, random.oneOf(ONGOING))
                .closedOn(closedOn, begunBy, AS_AT);
    }

    private static void referredAgain(Casework casework, LocalDate day) {
        var random = casework.random();
        var force = random.oneOf(Forces.ALL);
        var accusation = referred(casework, force, day, InvestigationMode.RETURNED_TO_FORCE);
        var again = random.workingDay(LocalDate.of(2016, 5, 2), LocalDate.of(2017, 2, 28));
        accusation
                .script()
                .noted("A second person has come forward; to be referred again.")
                .referred(ReferralBasis.MANDATORY)
                .until(again)
                .decided(InvestigationMode.INDEPENDENT)
                .until(random.workingDay(again.plusDays(7), again.plusDays(50)));
        ongoing(casework, accusation, again);
    }

    /** Referred on that day, some days after it came in, and decided on within two months. */
    private static Accusation referred(Casework casework, Force force, LocalDate day, InvestigationMode mode) {
        var random = casework.random();
        var openedOn = random.workingDay(day.minusDays(20), day);
        var officer = casework.personnel().anybody(force, openedOn);
        var kind = random.oneOf(List.of(CaseKind.CONDUCT, CaseKind.RECORDABLE_CONDUCT, CaseKind.COMPLAINT));
        var source = kind == CaseKind.COMPLAINT ? CaseSource.PUBLIC : CaseSource.POLICE;
        var accusation =
                casework.single(openedOn, officer, kind, source, ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE, Tags.NONE);
        accusation
                .script()
                .until(openedOn)
                .referred(random.percent(85) ? ReferralBasis.MANDATORY : ReferralBasis.VOLUNTARY)
                .until(day)
                .decided(mode)
                .until(random.workingDay(day.plusDays(7), day.plusDays(55)));
        return accusation;
    }
}
