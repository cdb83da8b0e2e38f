package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Casework.Due;
import org.conductregister.standalone.sample.script.Casework.Share;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.Tags;

/**
 * Published in 2012 on the abuse of police powers for a sexual purpose: 54 cases from April 2009 to March 2011, leaving
 * out allegations about colleagues and complaints after a search in custody.
 *
 * <p>Here: opened in those two years; those left out are tagged AGAINST_COLLEAGUE or CUSTODY_SEARCH. In
 * {@value #COLLEAGUE_BESIDES} of the 54 there is a second allegation, about a colleague: the case counts for its first.
 */
final class AbuseOfPowers implements Plan {

    private static final Tags COLLEAGUE = Tags.of("AGAINST_COLLEAGUE");
    private static final Tags SEARCH = Tags.of("CUSTODY_SEARCH");
    private static final Tags BOTH = COLLEAGUE.and(SEARCH);

    private static final LocalDate FIRST = LocalDate.of(2009, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 3, 31);
    private static final LocalDate LAST_CLOSED = LocalDate.of(2012, 9, 28);

    static final int COLLEAGUE_BESIDES = 3;

    /** 54. */
    private static final List<Share> COUNTED = List.of(
            new Share(8, Ending.JAILED_THEN_DISMISSED),
            new Share(3, Ending.ACQUITTED_AND_DISMISSED),
            new Share(9, Ending.DISMISSED),
            new Share(3, Ending.DISMISSED_AND_APPEALED),
            new Share(11, Ending.RESIGNED),
            new Share(2, Ending.RETIRED),
            new Share(5, Ending.FINAL_WRITTEN_WARNING),
            new Share(5, Ending.WRITTEN_WARNING),
            new Share(2, Ending.MANAGEMENT_ADVICE),
            new Share(4, Ending.NO_CASE_TO_ANSWER),
            new Share(2, Ending.NO_FURTHER_ACTION));

    /** 14. */
    private static final List<Share> ABOUT_COLLEAGUES = List.of(
            new Share(3, Ending.RESIGNED),
            new Share(4, Ending.WRITTEN_WARNING),
            new Share(3, Ending.MANAGEMENT_ADVICE),
            new Share(4, Ending.NO_CASE_TO_ANSWER));

    /** 8. */
    private static final List<Share> AFTER_A_SEARCH =
            List.of(new Share(5, Ending.UNFOUNDED), new Share(3, Ending.NO_CASE_TO_ANSWER));

    /** 2. */
    private static final List<Share> BOTH_OF_THESE = List.of(new Share(2, Ending.UNFOUNDED));

    @Override
    public void write(EntryCollector collector) {
        var casework = new Casework(collector, "abuse-of-powers");
        int besides = COLLEAGUE_BESIDES;
        for (var due : casework.spread(COUNTED, FIRST, LAST, LAST_CLOSED)) {
            write(casework, due, CaseKind.CONDUCT, Tags.NONE, besides-- > 0);
        }
        for (var due : casework.spread(ABOUT_COLLEAGUES, FIRST, LAST, LAST_CLOSED)) {
            write(casework, due, CaseKind.CONDUCT, COLLEAGUE, false);
        }
        for (var due : casework.spread(AFTER_A_SEARCH, FIRST, LAST, LAST_CLOSED)) {
            write(casework, due, CaseKind.COMPLAINT, SEARCH, false);
        }
        for (var due : casework.spread(BOTH_OF_THESE, FIRST, LAST, LAST_CLOSED)) {
            write(casework, due, CaseKind.COMPLAINT, BOTH, false);
        }
    }

    private static void write(Casework casework, Due due, CaseKind kind, Tags tags, boolean colleagueBesides) {
        var random = casework.random();
        var day = due.openedOn();
        var officer = casework.personnel().policeOfficer(random.oneOf(Forces.ALL), day);
        var source = kind == CaseKind.COMPLAINT ? CaseSource.PUBLIC : CaseSource.POLICE;
        var accusation =
                casework.single(day, officer, kind, source, Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE, tags);
        var course = new UsualCourse(accusation.script()).with(accusation, due.ending());
        if (colleagueBesides) {
            var besides = accusation.script().accused(officer, Category.SEXUAL_HARASSMENT, COLLEAGUE);
            course.with(besides, Ending.UNFOUNDED);
        }
        accusation.script().until(day);
        if (random.percent(60)) {
            accusation.script().referred(ReferralBasis.MANDATORY).decided(InvestigationMode.SUPERVISED);
        }
        course.closedOn(due.ending().endsOn(random, day, LAST_CLOSED));
    }
}
