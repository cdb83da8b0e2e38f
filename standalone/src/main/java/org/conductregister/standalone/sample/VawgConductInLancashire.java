package org.conductregister.standalone.sample;

import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.AS_AT;
import static org.conductregister.standalone.sample.ViolenceAgainstWomenAndGirls.VAWG;
import static org.conductregister.standalone.sample.script.Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE;
import static org.conductregister.standalone.sample.script.Category.COMPUTER_MISUSE;
import static org.conductregister.standalone.sample.script.Category.DOMESTIC_ABUSE;
import static org.conductregister.standalone.sample.script.Category.SEXUAL_HARASSMENT;
import static org.conductregister.standalone.sample.script.Category.STALKING;

import java.time.LocalDate;
import org.conductregister.standalone.sample.script.Accusation;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.Officer;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;

/**
 * 12 cases against 11 officers, each on a line. Of the last two nothing was published but that they are among the 12. In
 * none of the categories of {@link LancashireSixYears}, so that nobody is among both.
 */
final class VawgConductInLancashire {

    private final Casework casework;

    VawgConductInLancashire(Casework casework) {
        this.casework = casework;
    }

    void write() {
        closed("2021-10-06", SEXUAL_HARASSMENT, Ending.DISMISSED, "2022-09-12");
        closed("2021-10-27", ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE, Ending.DISMISSED_AT_ONCE, "2022-07-04");

        var resigned = pending("2021-11-08", DOMESTIC_ABUSE, Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED, "2023-06-19");
        pending("2021-11-29", resigned, STALKING, Ending.NO_CASE_TO_ANSWER, "2023-07-03");

        closed("2021-11-22", COMPUTER_MISUSE, Ending.NO_CASE_TO_ANSWER, "2022-08-15");
        closed("2021-12-13", SEXUAL_HARASSMENT, Ending.NO_FURTHER_ACTION, "2022-02-01");

        pending("2021-12-01", DOMESTIC_ABUSE, Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER, "2023-03-20");
        pending("2022-01-17", STALKING, Ending.FINAL_WRITTEN_WARNING, "2023-05-09");
        pending("2022-02-09", DOMESTIC_ABUSE, Ending.FINAL_WRITTEN_WARNING, "2023-10-30");
        pending("2022-03-14", COMPUTER_MISUSE, Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER, "2023-02-27");

        pending("2022-02-24", ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE, Ending.DISMISSED, "2023-11-20");
        pending("2022-03-25", SEXUAL_HARASSMENT, Ending.WRITTEN_WARNING, "2023-04-17");
    }

    private void closed(String reportedOn, Category category, Ending ending, String closedOn) {
        var accusation = accusation(LocalDate.parse(reportedOn), newOfficer(reportedOn), category);
        new UsualCourse(accusation.script()).with(accusation, ending).closedOn(LocalDate.parse(closedOn));
    }

    private Officer pending(String reportedOn, Category category, Ending ending, String closedOn) {
        return pending(reportedOn, newOfficer(reportedOn), category, ending, closedOn);
    }

    private Officer pending(String reportedOn, Officer officer, Category category, Ending ending, String closedOn) {
        var day = LocalDate.parse(reportedOn);
        var accusation = accusation(day, officer, category);
        new UsualCourse(accusation.script())
                .with(accusation, ending)
                .closedOn(LocalDate.parse(closedOn), day.plusDays(98), AS_AT);
        return officer;
    }

    private Officer newOfficer(String day) {
        return casework.personnel().policeOfficer(Forces.LANCASHIRE, LocalDate.parse(day));
    }

    private Accusation accusation(LocalDate day, Officer officer, Category category) {
        var accusation = casework.single(day, officer, CaseKind.CONDUCT, CaseSource.POLICE, category, VAWG);
        accusation.script().until(day);
        return accusation;
    }
}
