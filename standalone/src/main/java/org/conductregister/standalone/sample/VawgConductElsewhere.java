package org.conductregister.standalone.sample;

import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.AS_AT;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.CATEGORIES;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.FIRST;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.LAST;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.LAST_CLOSED;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.VAWG;
import static org.conductregister.terms.CaseSource.ANONYMOUS;
import static org.conductregister.terms.CaseSource.OTHER_AGENCY;
import static org.conductregister.terms.CaseSource.POLICE;
import static org.conductregister.terms.CaseSource.PUBLIC;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Casework.Due;
import org.conductregister.standalone.sample.script.Casework.Share;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.Force;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.Officer;
import org.conductregister.standalone.sample.script.SeededRandom;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.Tags;

/**
 * The 641 of the 653 cases that are not Lancashire's, against 661 of the 672 officers and staff: 36 cases are against two
 * and 4 against three, which is 44 more; 24 are about somebody who is in another case already.
 */
final class VawgConductElsewhere {

    private static final int AGAINST_TWO = 36;
    private static final int AGAINST_THREE = 4;
    private static final int AGAINST_ONE_AGAIN = 24;

    /** 163, which are 167 with Lancashire's 4; of them 11 dismissals, which are 13 with Lancashire's 2. */
    private static final List<Share> RESOLVED = List.of(
            new Share(8, Ending.DISMISSED),
            new Share(3, Ending.DISMISSED_AT_ONCE),
            new Share(9, Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED),
            new Share(8, Ending.RESIGNED),
            new Share(14, Ending.FINAL_WRITTEN_WARNING),
            new Share(3, Ending.REDUCTION_IN_RANK),
            new Share(22, Ending.WRITTEN_WARNING),
            new Share(38, Ending.REFLECTIVE_PRACTICE),
            new Share(26, Ending.NO_CASE_TO_ANSWER),
            new Share(8, Ending.NOT_PROVEN),
            new Share(24, Ending.NO_FURTHER_ACTION));

    /** 478, resolved since. */
    private static final List<Share> UNRESOLVED = List.of(
            new Share(30, Ending.DISMISSED),
            new Share(14, Ending.DISMISSED_AND_APPEALED),
            new Share(30, Ending.RESIGNED),
            new Share(34, Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED),
            new Share(6, Ending.RETIRED),
            new Share(14, Ending.JAILED_THEN_DISMISSED),
            new Share(8, Ending.CONVICTED_AND_DISMISSED),
            new Share(9, Ending.ACQUITTED_AND_DISMISSED),
            new Share(8, Ending.ACQUITTED),
            new Share(2, Ending.CONVICTION_QUASHED),
            new Share(11, Ending.CHARGES_DISCONTINUED),
            new Share(4, Ending.DISMISSAL_VARIED_ON_APPEAL),
            new Share(44, Ending.FINAL_WRITTEN_WARNING),
            new Share(60, Ending.WRITTEN_WARNING),
            new Share(12, Ending.REDUCTION_IN_RANK),
            new Share(50, Ending.REFLECTIVE_PRACTICE),
            new Share(16, Ending.PROCEEDINGS_WITHDRAWN),
            new Share(26, Ending.NOT_PROVEN),
            new Share(40, Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER),
            new Share(60, Ending.NO_CASE_TO_ANSWER));

    /** The percentage of the cases not resolved then that are still not resolved. */
    private static final int UNRESOLVED_TO_THIS_DAY = 8;

    /** The endings for the second and third officer of a case. */
    private static final List<Ending> OF_COLLEAGUES =
            List.of(Ending.NO_CASE_TO_ANSWER, Ending.REFLECTIVE_PRACTICE, Ending.WRITTEN_WARNING, Ending.UNFOUNDED);

    private static final List<CaseSource> SOURCES =
            List.of(POLICE, POLICE, POLICE, POLICE, PUBLIC, OTHER_AGENCY, ANONYMOUS);

    private final Casework casework;
    private final SeededRandom random;
    private final List<Officer> officers = new ArrayList<>();
    private final List<Officer> stillUnderInvestigation = new ArrayList<>();

    VawgConductElsewhere(Casework casework) {
        this.casework = casework;
        this.random = casework.random();
    }

    /** Writes the cases and returns who is accused, each person once. */
    List<Officer> write() {
        var resolved = casework.spread(RESOLVED, FIRST, LAST, AS_AT);
        var unresolved = casework.spread(UNRESOLVED, FIRST, LAST.minusDays(AGAINST_ONE_AGAIN), LAST_CLOSED);
        int cases = resolved.size() + unresolved.size();
        var forces = Forces.share(cases - AGAINST_ONE_AGAIN, Forces.allBut(Forces.LANCASHIRE), random)
                .iterator();
        var colleagues = colleagues(cases - AGAINST_ONE_AGAIN);
        for (var due : resolved) {
            var closedOn = due.ending().endsOn(random, due.openedOn(), AS_AT);
            course(due, newOfficer(forces.next(), due), colleagues.next()).closedOn(closedOn);
        }
        for (var due : unresolved.subList(0, unresolved.size() - AGAINST_ONE_AGAIN)) {
            var officer = newOfficer(forces.next(), due);
            stillUnderInvestigation.add(officer);
            later(due, course(due, officer, colleagues.next()));
        }
        accusedAgain(unresolved.subList(unresolved.size() - AGAINST_ONE_AGAIN, unresolved.size()));
        return officers;
    }

    /** Somebody in a case that goes on is accused once more, and there is nothing in it. */
    private void accusedAgain(List<Due> dues) {
        var again = random.shuffled(stillUnderInvestigation).iterator();
        for (var due : dues) {
            var same = new Due(due.openedOn(), Ending.NO_CASE_TO_ANSWER);
            later(same, course(same, again.next(), 0));
        }
    }

    private void later(Due due, UsualCourse course) {
        var begunBy = random.workingDay(due.openedOn().plusDays(30), AS_AT);
        var closedOn =
                random.percent(UNRESOLVED_TO_THIS_DAY) ? null : random.workingDay(AS_AT.plusDays(45), LAST_CLOSED);
        course.closedOn(closedOn, begunBy, AS_AT);
    }

    private UsualCourse course(Due due, Officer officer, int colleagues) {
        var category = random.oneOf(CATEGORIES);
        var script = casework.script(officer.force(), due.openedOn())
                .opened(CaseKind.CONDUCT, random.oneOf(SOURCES), category, officer.workforce(), VAWG);
        var first = script.accused(officer, category, aboutColleagues());
        var course = new UsualCourse(script).with(first, due.ending());
        for (int i = 0; i < colleagues; i++) {
            var colleague = casework.personnel().anybody(officer.force(), due.openedOn());
            officers.add(colleague);
            var accusation = script.accused(colleague, Category.SEXUAL_HARASSMENT, aboutColleagues());
            course.with(accusation, random.oneOf(OF_COLLEAGUES));
        }
        if (random.percent(12)) {
            var more = script.accused(officer, Category.COMPUTER_MISUSE, Tags.NONE);
            course.with(more, Ending.UNFOUNDED);
        }
        script.until(due.openedOn());
        if (category == Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE || category == Category.RAPE) {
            script.referred(ReferralBasis.MANDATORY).decided(mode());
        }
        return course;
    }

    private InvestigationMode mode() {
        return random.oneOf(List.of(
                InvestigationMode.RETURNED_TO_FORCE,
                InvestigationMode.RETURNED_TO_FORCE,
                InvestigationMode.LOCAL,
                InvestigationMode.LOCAL,
                InvestigationMode.DIRECTED,
                InvestigationMode.INDEPENDENT));
    }

    private Tags aboutColleagues() {
        return random.percent(15) ? Tags.of("AGAINST_COLLEAGUE") : Tags.NONE;
    }

    private Officer newOfficer(Force force, Due due) {
        var officer = casework.personnel().anybody(force, due.openedOn());
        officers.add(officer);
        return officer;
    }

    /** How many more officers each case is against. */
    private Iterator<Integer> colleagues(int cases) {
        var more = new ArrayList<Integer>(cases);
        for (int i = 0; i < cases; i++) {
            more.add(i < AGAINST_TWO ? 1 : i < AGAINST_TWO + AGAINST_THREE ? 2 : 0);
        }
        return random.shuffled(more).iterator();
    }
}
