package org.conductregister.standalone.sample;

import static org.conductregister.terms.CaseKind.CONDUCT;
import static org.conductregister.terms.CaseSource.OTHER_AGENCY;
import static org.conductregister.terms.CaseSource.POLICE;
import static org.conductregister.terms.CaseSource.PUBLIC;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.standalone.sample.script.Accusation;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Casework.Due;
import org.conductregister.standalone.sample.script.Casework.Share;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.Ending;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.standalone.sample.script.Forces;
import org.conductregister.standalone.sample.script.UsualCourse;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;

/**
 * Published of Lancashire, six years: 74 accused of sexual offences, of whom 28 no further action, 27 resigned or
 * dismissed (one resigned and was later cautioned), 8 warned or disciplined, 9 facing court (one jailed; one with no
 * further action on an assault, who resigned over images and was given a suspended sentence), 2 pending.
 *
 * <p>Here: reported from 2016 to 2021, in the four {@link #CATEGORIES}, as at the end of 2021. Those still pending then
 * still are; those then charged have been tried since, and count as before a court all the same.
 */
final class LancashireSixYears implements Plan {

    private static final List<Category> CATEGORIES = List.of(
            Category.SEXUAL_ASSAULT, Category.INDECENT_IMAGES, Category.RAPE, Category.SEXUAL_ACTIVITY_WITH_CHILD);
    private static final List<CaseSource> SOURCES = List.of(PUBLIC, POLICE, POLICE, OTHER_AGENCY);

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    private static final LocalDate LAST = LocalDate.of(2021, 9, 30);
    private static final LocalDate NEW_REGULATIONS = LocalDate.of(2020, 2, 3);
    private static final LocalDate AS_AT = LocalDate.of(2021, 12, 31);

    /** 28 with those of {@link #jointCases}, {@link #reopenedCase} and without {@link #accusedTwice}. */
    private static final List<Share> NO_FURTHER_ACTION = List.of(
            new Share(7, Ending.NO_FURTHER_ACTION),
            new Share(5, Ending.NO_CASE_TO_ANSWER),
            new Share(1, Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER),
            new Share(3, Ending.UNFOUNDED),
            new Share(3, Ending.WITHDRAWN),
            new Share(1, Ending.NOT_PROVEN),
            new Share(1, Ending.PROCEEDINGS_WITHDRAWN),
            new Share(1, Ending.CHARGES_DISCONTINUED));

    /** 27 with the one of {@link #accusedTwice}. */
    private static final List<Share> LEFT = List.of(
            new Share(8, Ending.DISMISSED),
            new Share(2, Ending.DISMISSED_AT_ONCE),
            new Share(1, Ending.DISMISSED_AND_APPEALED),
            new Share(7, Ending.RESIGNED));

    /** Since December 2017 a hearing goes on after a resignation. */
    private static final List<Share> LEFT_BEFORE_A_HEARING = List.of(
            new Share(7, Ending.RESIGNED_WOULD_HAVE_BEEN_DISMISSED), new Share(1, Ending.RESIGNED_THEN_CAUTIONED));

    /** 8, some only under the one set of regulations. */
    private static final List<Share> SANCTIONED = List.of(
            new Share(2, Ending.WRITTEN_WARNING),
            new Share(1, Ending.FINAL_WRITTEN_WARNING),
            new Share(1, Ending.DISMISSAL_VARIED_ON_APPEAL));

    private static final List<Share> SANCTIONED_BEFORE_2020 = List.of(new Share(2, Ending.MANAGEMENT_ADVICE));
    private static final List<Share> SANCTIONED_SINCE_2020 =
            List.of(new Share(1, Ending.REFLECTIVE_PRACTICE), new Share(1, Ending.REDUCTION_IN_RANK));

    /** 9 with the one of {@link #imagesAndAssault}: these two tried before the day that counts ... */
    private static final List<Share> TRIED =
            List.of(new Share(1, Ending.JAILED_THEN_DISMISSED), new Share(1, Ending.ACQUITTED_AND_DISMISSED));

    /** ... and these after it. */
    private static final List<Share> CHARGED = List.of(
            new Share(2, Ending.ACQUITTED_AND_DISMISSED),
            new Share(1, Ending.ACQUITTED),
            new Share(2, Ending.CONVICTED_AND_DISMISSED),
            new Share(1, Ending.CONVICTION_QUASHED));

    private static final int PENDING = 2;

    @Override
    public void write(EntryCollector collector) {
        var casework = new Casework(collector, "lancashire-six-years");
        for (var shares : List.of(NO_FURTHER_ACTION, LEFT, SANCTIONED, TRIED)) {
            casework.spread(shares, FIRST, LAST, AS_AT).forEach(due -> closed(casework, due, AS_AT));
        }
        casework.spread(LEFT_BEFORE_A_HEARING, LocalDate.of(2017, 9, 4), LAST, AS_AT)
                .forEach(due -> closed(casework, due, AS_AT));
        casework.spread(SANCTIONED_BEFORE_2020, FIRST, LAST, NEW_REGULATIONS)
                .forEach(due -> closed(casework, due, NEW_REGULATIONS));
        casework.spread(SANCTIONED_SINCE_2020, NEW_REGULATIONS, LAST, AS_AT)
                .forEach(due -> closed(casework, due, AS_AT));
        charged(casework);
        pending(casework);
        jointCases(casework);
        reopenedCase(casework);
        accusedTwice(casework);
        imagesAndAssault(casework);
    }

    private static void closed(Casework casework, Due due, LocalDate closedBy) {
        var accusation = accusation(casework, due.openedOn());
        var closedOn = due.ending().endsOn(casework.random(), due.openedOn(), closedBy);
        new UsualCourse(accusation.script()).with(accusation, due.ending()).closedOn(closedOn);
    }

    private static void charged(Casework casework) {
        var first = LocalDate.of(2020, 6, 1);
        var last = LocalDate.of(2021, 3, 31);
        for (var due : casework.spread(CHARGED, first, last, LocalDate.of(2023, 1, 1))) {
            var chargedBy = casework.random().workingDay(due.openedOn().plusDays(120), AS_AT);
            var closedOn = casework.random().workingDay(LocalDate.of(2022, 9, 1), LocalDate.of(2023, 12, 15));
            var accusation = accusation(casework, due.openedOn());
            new UsualCourse(accusation.script()).with(accusation, due.ending()).closedOn(closedOn, chargedBy, AS_AT);
        }
    }

    private static void pending(Casework casework) {
        for (var day : casework.random().workingDays(PENDING, LocalDate.of(2021, 6, 1), LAST)) {
            var accusation = accusation(casework, day);
            new UsualCourse(accusation.script())
                    .with(accusation, Ending.RESTRICTED_THEN_NO_CASE_TO_ANSWER)
                    .closedOn(null, day.plusDays(60), AS_AT);
            accusation
                    .script()
                    .noted("Waiting for records from abroad.")
                    .until(LocalDate.of(2022, 11, 14))
                    .noted("Asked again.")
                    .until(LocalDate.of(2024, 5, 20));
        }
    }

    /** Three officers accused of one thing, and two of another: two cases, five people. */
    private static void jointCases(Casework casework) {
        for (int officers : List.of(3, 2)) {
            var day = casework.random().workingDay(FIRST, LAST.minusYears(1));
            var first = accusation(casework, day);
            var course = new UsualCourse(first.script()).with(first, Ending.UNFOUNDED);
            for (int i = 1; i < officers; i++) {
                var colleague = casework.personnel().policeOfficer(Forces.LANCASHIRE, day);
                var accusation = first.script().accused(colleague, first.category(), Casework.UNTAGGED);
                course.with(accusation, Ending.NO_CASE_TO_ANSWER);
            }
            course.closedOn(Ending.UNFOUNDED.endsOn(casework.random(), day, AS_AT));
        }
    }

    /** No further action twice. */
    private static void reopenedCase(Casework casework) {
        var day = LocalDate.of(2017, 5, 9);
        var accusation = accusation(casework, day);
        accusation
                .script()
                .investigationStarted()
                .investigationCompleted()
                .closed()
                .until(LocalDate.of(2017, 12, 4))
                .reopened("A second witness has come forward.")
                .until(LocalDate.of(2018, 10, 22));
        accusation
                .noCaseToAnswer()
                .closed("NO_CASE_TO_ANSWER")
                .script()
                .closed()
                .until(LocalDate.of(2019, 2, 25));
    }

    /** One person in two cases: no further action in the first, dismissed in the second. */
    private static void accusedTwice(Casework casework) {
        var first = accusation(casework, LocalDate.of(2016, 9, 13));
        new UsualCourse(first.script()).with(first, Ending.NO_FURTHER_ACTION).closedOn(LocalDate.of(2016, 11, 1));
        var second = casework.single(
                LocalDate.of(2019, 3, 18),
                first.officer(),
                CONDUCT,
                POLICE,
                Category.SEXUAL_ASSAULT,
                Casework.UNTAGGED);
        new UsualCourse(second.script()).with(second, Ending.DISMISSED).closedOn(LocalDate.of(2020, 7, 8));
    }

    /** No further action on the assault; resigned over the images; then a suspended sentence. */
    private static void imagesAndAssault(Casework casework) {
        var day = LocalDate.of(2018, 2, 6);
        var officer = casework.personnel().policeOfficer(Forces.LANCASHIRE, day);
        var assault = casework.single(day, officer, CONDUCT, PUBLIC, Category.SEXUAL_ASSAULT, Casework.UNTAGGED);
        var script = assault.script();
        assault.assessed(Severity.GROSS_MISCONDUCT).suspended().script().investigationStarted();
        script.until(LocalDate.of(2018, 4, 17));
        var images = script.accused(officer, Category.INDECENT_IMAGES, Casework.UNTAGGED);
        images.assessed(Severity.GROSS_MISCONDUCT);
        assault.noFurtherAction();
        images.resigned().script().loggedLate();
        images.onAdvisoryList().charged().script().subJudice().until(LocalDate.of(2019, 1, 21));
        images.convicted().sentenced(Sentence.SUSPENDED_SENTENCE, 8);
        script.investigationResumed().investigationCompleted().until(LocalDate.of(2019, 10, 14));
        images.caseToAnswer(CaseToAnswerDecision.GROSS_MISCONDUCT)
                .heard(
                        ProceedingsKind.ACCELERATED_HEARING,
                        MisconductFinding.GROSS_MISCONDUCT,
                        MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED)
                .barred()
                .closed()
                .script()
                .closed()
                .until(LocalDate.of(2020, 1, 20));
    }

    private static Accusation accusation(Casework casework, LocalDate day) {
        var officer = casework.personnel().policeOfficer(Forces.LANCASHIRE, day);
        var source = casework.random().oneOf(SOURCES);
        var category = casework.random().oneOf(CATEGORIES);
        var accusation = casework.single(day, officer, CONDUCT, source, category, Casework.UNTAGGED);
        accusation.script().until(day);
        return accusation;
    }
}
