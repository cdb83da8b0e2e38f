package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Casework.Share;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.standalone.sample.script.Force;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;

/**
 * Published of one large force, 2012 to 2018: 562 officers accused of sexual assault, of whom 31 faced any proceedings, however many
 * of these were withdrawn; and three times as many accused in 2017 as in 2012.
 *
 * <p>Here: the Metropolitan Police, each officer in a case of their own, reported in those years; all closed by the end of 2020.
 */
final class AccusedOfSexualAssault implements Plan {

    private static final Force FORCE = Forces.named("METROPOLITAN_POLICE");
    private static final int FIRST_YEAR = 2012;
    private static final LocalDate LAST_CLOSED = LocalDate.of(2020, 12, 18);

    /** By year from 2012 on: 562; the sixth is three times the first. */
    private static final List<Integer> ACCUSED = List.of(41, 55, 70, 84, 93, 123, 96);

    /** By year, how many of them faced proceedings: 31. */
    private static final List<Integer> IN_PROCEEDINGS = List.of(2, 3, 4, 5, 5, 7, 5);

    /** 31, of which 10 were withdrawn. */
    private static final List<Share> PROCEEDINGS = List.of(
            new Share(10, Ending.PROCEEDINGS_WITHDRAWN),
            new Share(9, Ending.DISMISSED),
            new Share(5, Ending.WRITTEN_WARNING),
            new Share(4, Ending.FINAL_WRITTEN_WARNING),
            new Share(3, Ending.NOT_PROVEN));

    /** The endings of the others, none of which comes to proceedings. */
    private static final List<Ending> OTHERS = List.of(
            Ending.NO_FURTHER_ACTION,
            Ending.NO_FURTHER_ACTION,
            Ending.NO_FURTHER_ACTION,
            Ending.NO_CASE_TO_ANSWER,
            Ending.NO_CASE_TO_ANSWER,
            Ending.UNFOUNDED,
            Ending.WITHDRAWN,
            Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER,
            Ending.CHARGES_DISCONTINUED,
            Ending.RESIGNED,
            Ending.RETIRED);

    @Override
    public void write(EntryCollector collector) {
        var casework = new Casework(collector, "accused-of-sexual-assault");
        var proceedings = casework.random().shuffled(endings(PROCEEDINGS)).iterator();
        for (int i = 0; i < ACCUSED.size(); i++) {
            int year = FIRST_YEAR + i;
            var days =
                    casework.random().workingDays(ACCUSED.get(i), LocalDate.of(year, 1, 2), LocalDate.of(year, 12, 31));
            int left = IN_PROCEEDINGS.get(i);
            for (var day : casework.random().shuffled(days)) {
                write(
                        casework,
                        day,
                        left-- > 0 ? proceedings.next() : casework.random().oneOf(OTHERS));
            }
        }
    }

    private static List<Ending> endings(List<Share> shares) {
        var endings = new ArrayList<Ending>();
        for (var share : shares) {
            for (int i = 0; i < share.cases(); i++) {
                endings.add(share.ending());
            }
        }
        return endings;
    }

    private static void write(Casework casework, LocalDate day, Ending ending) {
        var random = casework.random();
        boolean complaint = random.percent(60);
        var officer = casework.personnel().policeOfficer(FORCE, day);
        var accusation = casework.single(
                day,
                officer,
                complaint ? CaseKind.COMPLAINT : CaseKind.CONDUCT,
                complaint ? CaseSource.PUBLIC : CaseSource.POLICE,
                Category.SEXUAL_ASSAULT,
                Casework.UNTAGGED);
        accusation.script().until(day);
        new UsualCourse(accusation.script()).with(accusation, ending).closedOn(ending.endsOn(random, day, LAST_CLOSED));
    }
}
