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

/**
 * Nothing published: {@value #CASES} cases about other things, from 2012 to 2025, so that the register is not all of one
 * kind. {@link UnusualCases} are among them.
 */
final class OtherMatters implements Plan {

    static final int CASES = 56;

    private static final LocalDate FIRST = LocalDate.of(2012, 1, 9);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 20);
    private static final LocalDate LAST_CLOSED = LocalDate.of(2025, 10, 31);

    /** 46. */
    private static final List<Share> USUAL = List.of(
            new Share(12, Ending.NO_FURTHER_ACTION),
            new Share(8, Ending.NO_CASE_TO_ANSWER),
            new Share(6, Ending.UNFOUNDED),
            new Share(6, Ending.WRITTEN_WARNING),
            new Share(4, Ending.FINAL_WRITTEN_WARNING),
            new Share(4, Ending.DISMISSED),
            new Share(3, Ending.RESIGNED),
            new Share(1, Ending.RETIRED),
            new Share(2, Ending.NOT_PROVEN));

    private static final List<Category> COMPLAINED_OF =
            List.of(Category.EXCESSIVE_FORCE, Category.NEGLECT_OF_DUTY, Category.DISCRIMINATION);
    private static final List<Category> OF_CONDUCT =
            List.of(Category.COMPUTER_MISUSE, Category.CORRUPTION, Category.OTHER);

    @Override
    public void write(EntryCollector collector) {
        var casework = new Casework(collector, "other-matters");
        casework.spread(USUAL, FIRST, LAST, LAST_CLOSED).forEach(due -> usual(casework, due));
        new UnusualCases(casework).write();
    }

    private static void usual(Casework casework, Due due) {
        var random = casework.random();
        var day = due.openedOn();
        boolean complaint = random.percent(50);
        var officer = casework.personnel().anybody(random.oneOf(Forces.ALL), day);
        var accusation = casework.single(
                day,
                officer,
                complaint ? CaseKind.COMPLAINT : CaseKind.CONDUCT,
                complaint ? CaseSource.PUBLIC : CaseSource.POLICE,
                random.oneOf(complaint ? COMPLAINED_OF : OF_CONDUCT),
                Casework.UNTAGGED);
        accusation.script().until(day);
        new UsualCourse(accusation.script())
                .with(accusation, due.ending())
                .closedOn(due.ending().endsOn(random, day, LAST_CLOSED));
    }
}
