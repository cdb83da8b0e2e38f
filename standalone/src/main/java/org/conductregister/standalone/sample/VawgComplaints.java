package org.conductregister.standalone.sample;

import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.AS_AT;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.FIRST;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.LAST;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.LAST_CLOSED;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.VAWG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.standalone.sample.script.Accusation;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.Force;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.Officer;
import org.conductregister.standalone.sample.script.SeededRandom;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;

/**
 * The 524 complaints against 867. {@value #OF_CONDUCT_TOO} of these people are among the conduct cases too: the two
 * numbers of people cannot be added.
 */
final class VawgComplaints {

    /** How many complaints are against how many: 276 against one, ..., 524 in all, against 867. */
    private static final int[] AGAINST = {0, 276, 180, 47, 15, 6};

    static final int OF_CONDUCT_TOO = 30;

    /** Complaints that accuse somebody besides whom nobody has been able to name. */
    private static final int UNNAMED_BESIDES_PERCENT = 8;

    /** Officers named only some weeks after the complaint. */
    private static final int NAMED_LATER_PERCENT = 6;

    /** Officers named in a complaint, whom their force has not registered. */
    private static final int UNREGISTERED_PERCENT = 2;

    private static final int UNRESOLVED_TO_THIS_DAY_PERCENT = 3;

    private static final List<Category> CATEGORIES = List.of(
            Category.NEGLECT_OF_DUTY,
            Category.NEGLECT_OF_DUTY,
            Category.NEGLECT_OF_DUTY,
            Category.EXCESSIVE_FORCE,
            Category.EXCESSIVE_FORCE,
            Category.SEXUAL_HARASSMENT,
            Category.DISCRIMINATION,
            Category.DOMESTIC_ABUSE,
            Category.STALKING);

    private static final List<Ending> ENDINGS = List.of(
            Ending.SERVICE_ACCEPTABLE,
            Ending.SERVICE_ACCEPTABLE,
            Ending.SERVICE_ACCEPTABLE,
            Ending.SERVICE_ACCEPTABLE,
            Ending.SERVICE_NOT_ACCEPTABLE,
            Ending.NO_FURTHER_ACTION,
            Ending.NO_FURTHER_ACTION,
            Ending.NO_FURTHER_ACTION,
            Ending.SERVICE_NOT_ACCEPTABLE,
            Ending.WITHDRAWN,
            Ending.REFLECTIVE_PRACTICE,
            Ending.NO_CASE_TO_ANSWER);

    private final Casework casework;
    private final SeededRandom random;

    VawgComplaints(Casework casework) {
        this.casework = casework;
        this.random = casework.random();
    }

    /** @param accused of conduct, from whom some are complained of too */
    void write(List<Officer> accused) {
        var sizes = sizes();
        var days = random.workingDays(sizes.size(), FIRST, LAST);
        var forces = Forces.share(sizes.size(), Forces.ALL, random);
        var both = random.shuffled(accused).subList(0, OF_CONDUCT_TOO).iterator();
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) == 1 && both.hasNext()) {
                complaint(days.get(i), List.of(both.next()));
            } else {
                complaint(days.get(i), people(forces.get(i), days.get(i), sizes.get(i)));
            }
        }
    }

    private void complaint(LocalDate day, List<Officer> officers) {
        var first = officers.getFirst();
        var category = random.oneOf(CATEGORIES);
        var source = random.percent(95) ? CaseSource.PUBLIC : CaseSource.OTHER_AGENCY;
        var script = casework.script(first.force(), day)
                .opened(CaseKind.COMPLAINT, source, category, first.workforce(), Casework.UNTAGGED);
        var course = new UsualCourse(script);
        var namedLater = new ArrayList<Accusation>();
        for (var officer : officers) {
            boolean later = random.percent(NAMED_LATER_PERCENT);
            var accusation =
                    later ? script.somebodyAccused(officer, category, VAWG) : script.accused(officer, category, VAWG);
            course.with(accusation, random.oneOf(ENDINGS));
            if (later) {
                namedLater.add(accusation);
            }
        }
        if (random.percent(UNNAMED_BESIDES_PERCENT)) {
            course.with(script.somebodyAccused(first, category, VAWG), Ending.NO_FURTHER_ACTION);
        }
        script.until(day);
        namedLater.forEach(Accusation::identified);
        script.until(namedLater.isEmpty() ? day : random.workingDay(day.plusDays(10), day.plusDays(60)));
        close(day, course);
    }

    private void close(LocalDate day, UsualCourse course) {
        if (random.percent(UNRESOLVED_TO_THIS_DAY_PERCENT)) {
            course.closedOn(null, day.plusDays(120), AS_AT);
        } else {
            course.closedOn(random.workingDay(day.plusDays(90), random.percent(70) ? AS_AT : LAST_CLOSED));
        }
    }

    private List<Officer> people(Force force, LocalDate day, int count) {
        var people = new ArrayList<Officer>(count);
        for (int i = 0; i < count; i++) {
            people.add(
                    random.percent(UNREGISTERED_PERCENT)
                            ? casework.personnel().unregistered(force, Workforce.POLICE_OFFICER)
                            : casework.personnel().anybody(force, day));
        }
        return people;
    }

    private List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        for (int against = 1; against < AGAINST.length; against++) {
            for (int i = 0; i < AGAINST[against]; i++) {
                sizes.add(against);
            }
        }
        return random.shuffled(sizes);
    }
}
