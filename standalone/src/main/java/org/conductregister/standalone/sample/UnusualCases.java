package org.conductregister.standalone.sample;

import static org.conductregister.terms.CaseToAnswerDecision.GROSS_MISCONDUCT;
import static org.conductregister.terms.CaseToAnswerDecision.MISCONDUCT;
import static org.conductregister.terms.ProceedingsKind.ACCELERATED_HEARING;
import static org.conductregister.terms.ProceedingsKind.HEARING;
import static org.conductregister.terms.ProceedingsKind.MEETING;

import java.time.LocalDate;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.standalone.sample.script.Accusation;
import org.conductregister.standalone.sample.script.CaseScript;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.Officer;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.text.FreeText;

/** Ten cases that go ways few go, one a method; one of them was entered twice. */
final class UnusualCases {

    private final Casework casework;

    UnusualCases(Casework casework) {
        this.casework = casework;
    }

    void write() {
        reopenedAndDismissed();
        dismissalSetAside();
        transferredMeanwhile();
        diedInCustody();
        leftAndCameBack();
        barredAndDelisted();
        neverIdentified();
        wrongOfficer();
        convictedAfterTheCaseWasClosed();
        severalEnds();
    }

    private void reopenedAndDismissed() {
        var a = conduct("DURHAM", "2014-03-10", Category.CORRUPTION);
        a.script().investigationStarted().investigationCompleted();
        a.noCaseToAnswer().closed("NO_CASE_TO_ANSWER").script().closed().until(day("2014-12-01"));
        a.script().reopened("A bank statement has come to light.").until(day("2016-02-15"));
        var found = a.script().accused(a.officer(), Category.CORRUPTION, Casework.UNTAGGED);
        found.suspended().script().investigationStarted().investigationCompleted();
        found.caseToAnswer(GROSS_MISCONDUCT)
                .heard(HEARING, MisconductFinding.GROSS_MISCONDUCT, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                .barred()
                .closed()
                .script()
                .closed()
                .until(day("2017-03-27"));
    }

    /** The tribunal puts nothing in the dismissal's place; the officer serves again. */
    private void dismissalSetAside() {
        var a = conduct("KENT", "2018-06-04", Category.OTHER);
        a.suspended().script().investigationStarted().investigationCompleted();
        a.caseToAnswer(GROSS_MISCONDUCT)
                .heard(HEARING, MisconductFinding.GROSS_MISCONDUCT, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                .closed()
                .script()
                .closed()
                .until(day("2019-07-15"));
        a.appealed()
                .appealDecided(AppealResult.UPHELD, null)
                .backToFullDuties()
                .script()
                .until(day("2020-03-02"));
    }

    private void transferredMeanwhile() {
        var a = conduct("CUMBRIA", "2015-09-07", Category.COMPUTER_MISUSE);
        a.script().investigationStarted();
        a.transferred(Forces.named("MERSEYSIDE")).script().investigationCompleted();
        a.caseToAnswer(MISCONDUCT)
                .heard(MEETING, MisconductFinding.MISCONDUCT, MisconductOutcome.WRITTEN_WARNING)
                .closed()
                .script()
                .closed()
                .until(day("2016-08-22"));
    }

    private void diedInCustody() {
        var on = day("2021-05-15");
        var officer = casework.personnel().registered(Forces.named("WEST_MIDLANDS"), Workforce.POLICE_STAFF, on);
        var a = opened(on, officer, CaseKind.DEATH_OR_SERIOUS_INJURY, CaseSource.POLICE, Category.NEGLECT_OF_DUTY);
        a.script()
                .referred(ReferralBasis.MANDATORY)
                .decided(InvestigationMode.DIRECTED)
                .investigationStarted()
                .noted("The coroner has been told.")
                .investigationCompleted();
        a.caseToAnswer(MISCONDUCT)
                .heard(MEETING, MisconductFinding.MISCONDUCT, MisconductOutcome.DISMISSAL_WITH_NOTICE)
                .closed()
                .script()
                .closed()
                .until(day("2023-01-16"));
    }

    private void leftAndCameBack() {
        var on = day("2013-04-15");
        var officer = casework.personnel().registered(Forces.named("GWENT"), Workforce.CONTRACTOR, on);
        var a = opened(on, officer, CaseKind.CONDUCT, CaseSource.OTHER_AGENCY, Category.OTHER);
        a.left("The contract ended.").noFurtherAction().script().closed().until(day("2013-07-22"));
        a.registeredAgain(Forces.named("SOUTH_WALES"), Workforce.POLICE_STAFF, "Detention officer")
                .script()
                .until(day("2015-02-02"));
    }

    private void barredAndDelisted() {
        var a = conduct("NORFOLK", "2018-01-22", Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE);
        var searches = a.script().accused(a.officer(), Category.COMPUTER_MISUSE, Casework.UNTAGGED);
        a.script().investigationStarted();
        a.resigned().onAdvisoryList().script().investigationCompleted();
        a.caseToAnswer(GROSS_MISCONDUCT)
                .heard(HEARING, MisconductFinding.GROSS_MISCONDUCT, MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED)
                .barred()
                .closed();
        searches.noFurtherAction().script().closed().until(day("2019-02-11"));
        a.delisted().script().until(day("2024-04-08"));
    }

    private void neverIdentified() {
        var on = day("2016-11-19");
        var nobody = casework.personnel().unregistered(Forces.named("METROPOLITAN_POLICE"), Workforce.POLICE_OFFICER);
        var script = casework.script(nobody.force(), on)
                .opened(
                        CaseKind.COMPLAINT,
                        CaseSource.PUBLIC,
                        Category.EXCESSIVE_FORCE,
                        nobody.workforce(),
                        Casework.UNTAGGED);
        var a = script.somebodyAccused(nobody, Category.EXCESSIVE_FORCE, Casework.UNTAGGED);
        script.until(on).investigationStarted().noted("No number was seen.").investigationCompleted();
        a.closed("NOT_DETERMINED").script().closed().until(day("2017-06-05"));
    }

    /** The allegation is logged against the wrong officer, retracted, and logged again. */
    private void wrongOfficer() {
        var on = day("2022-10-03");
        var force = Forces.named("DORSET");
        var namesake = casework.personnel().policeOfficer(force, on);
        var officer = casework.personnel().policeOfficer(force, on);
        var script = casework.script(force, on)
                .opened(
                        CaseKind.COMPLAINT,
                        CaseSource.PUBLIC,
                        Category.DISCRIMINATION,
                        officer.workforce(),
                        Casework.UNTAGGED);
        script.accused(namesake, Category.DISCRIMINATION, Casework.UNTAGGED)
                .script()
                .loggedByMistake();
        var a = script.accused(officer, Category.DISCRIMINATION, Casework.UNTAGGED);
        script.until(on);
        new UsualCourse(script).with(a, Ending.REFLECTIVE_PRACTICE).closedOn(day("2023-02-20"));
    }

    /** The courts go on when the force has closed its file. */
    private void convictedAfterTheCaseWasClosed() {
        var a = conduct("ESSEX", "2019-05-13", Category.CORRUPTION);
        a.suspended().script().investigationStarted().investigationCompleted();
        a.caseToAnswer(GROSS_MISCONDUCT)
                .heard(
                        ACCELERATED_HEARING,
                        MisconductFinding.GROSS_MISCONDUCT,
                        MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                .barred()
                .closed()
                .script()
                .closed()
                .until(day("2019-11-04"));
        a.charged()
                .convicted()
                .sentenced(Sentence.IMPRISONMENT, 30)
                .pensionForfeited()
                .script()
                .until(day("2021-06-14"));
    }

    /** One officer, three allegations, three ends. */
    private void severalEnds() {
        var on = day("2023-02-06");
        var officer = casework.personnel().policeOfficer(Forces.named("NORTH_WALES"), on);
        var a = opened(on, officer, CaseKind.COMPLAINT, CaseSource.PUBLIC, Category.EXCESSIVE_FORCE);
        var remarks = a.script().accused(a.officer(), Category.DISCRIMINATION, Casework.UNTAGGED);
        var record = a.script().accused(a.officer(), Category.NEGLECT_OF_DUTY, Casework.UNTAGGED);
        new UsualCourse(a.script())
                .with(a, Ending.UNFOUNDED)
                .with(remarks, Ending.WRITTEN_WARNING)
                .with(record, Ending.REFLECTIVE_PRACTICE)
                .closedOn(day("2023-11-20"));
        enteredTwice(a.script(), officer);
    }

    /** The complaint came by letter and by mail; with the second, its officer was given a second number. */
    private void enteredTwice(CaseScript first, Officer officer) {
        var on = day("2023-02-08");
        var number = casework.personnel().registered(officer.force(), officer.workforce(), on);
        casework.script(officer.force(), on)
                .opened(
                        CaseKind.COMPLAINT,
                        CaseSource.PUBLIC,
                        Category.EXCESSIVE_FORCE,
                        officer.workforce(),
                        Casework.UNTAGGED)
                .until(on)
                .duplicateOf(first, "The letter of 6 February, sent again by mail.")
                .then(
                        number.record(),
                        1,
                        day -> new OfficerMarkedDuplicate(
                                day, officer.id(), new FreeText("One person: the collar number was mistyped."), null))
                .until(day("2023-03-06"));
    }

    private Accusation conduct(String force, String day, Category category) {
        var officer = casework.personnel().policeOfficer(Forces.named(force), day(day));
        var accusation = opened(day(day), officer, CaseKind.CONDUCT, CaseSource.POLICE, category);
        return accusation.assessed(Severity.GROSS_MISCONDUCT);
    }

    private Accusation opened(LocalDate day, Officer officer, CaseKind kind, CaseSource source, Category category) {
        var accusation = casework.single(day, officer, kind, source, category, Casework.UNTAGGED);
        accusation.script().until(day);
        return accusation;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
