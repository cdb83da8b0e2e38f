package org.conductregister.standalone.sample.script;

import static org.conductregister.terms.CaseToAnswerDecision.GROSS_MISCONDUCT;
import static org.conductregister.terms.CaseToAnswerDecision.MISCONDUCT;
import static org.conductregister.terms.ProceedingsKind.ACCELERATED_HEARING;
import static org.conductregister.terms.ProceedingsKind.HEARING;
import static org.conductregister.terms.ProceedingsKind.MEETING;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How an allegation goes, from its assessment to its end.
 *
 * @param severity as assessed before it is investigated; null where it comes to its end without an investigation
 * @param leastDays how soon after the report it may have come to its end
 * @param mostDays how late it usually has
 * @param meanwhile what happens early in the investigation
 * @param inCourt what the criminal side does before the investigation is completed
 * @param decided what happens then, until the allegation is closed
 */
public record Ending(
        @Nullable Severity severity,
        int leastDays,
        int mostDays,
        Consumer<Accusation> meanwhile,
        Consumer<Accusation> inCourt,
        Consumer<Accusation> decided) {

    public static final Ending NO_FURTHER_ACTION = atOnce(Accusation::noFurtherAction);
    public static final Ending WITHDRAWN = atOnce(Accusation::withdrawn);
    public static final Ending SERVICE_ACCEPTABLE = atOnce(a -> a.closed("SERVICE_ACCEPTABLE"));
    public static final Ending SERVICE_NOT_ACCEPTABLE = atOnce(a -> a.closed("SERVICE_NOT_ACCEPTABLE"));
    public static final Ending NO_CASE_TO_ANSWER =
            decided(Severity.MISCONDUCT, a -> a.noCaseToAnswer().closed("NO_CASE_TO_ANSWER"));
    public static final Ending UNFOUNDED =
            decided(Severity.MISCONDUCT, a -> a.noCaseToAnswer().closed("UNFOUNDED"));
    public static final Ending RESTRICTED_THEN_NO_CASE_TO_ANSWER =
            decided(Severity.GROSS_MISCONDUCT, Ending::cleared).meanwhile(Accusation::restricted);
    public static final Ending NOT_PROVEN = decided(
            Severity.MISCONDUCT,
            a -> a.caseToAnswer(MISCONDUCT)
                    .listed(MEETING)
                    .found(MisconductFinding.NOT_PROVEN)
                    .closed());
    public static final Ending PROCEEDINGS_WITHDRAWN = decided(
            Severity.GROSS_MISCONDUCT,
            a -> a.caseToAnswer(GROSS_MISCONDUCT)
                    .listed(HEARING)
                    .proceedingsWithdrawn("The main witness will not give evidence.")
                    .noFurtherAction());
    public static final Ending CHARGES_DISCONTINUED = decided(Severity.GROSS_MISCONDUCT, Ending::cleared)
            .meanwhile(a -> a.restricted().charged())
            .inCourt(Accusation::discontinued);

    /** Since the regulations of 2020. */
    public static final Ending REFLECTIVE_PRACTICE = decided(
            Severity.PRACTICE_REQUIRING_IMPROVEMENT,
            a -> a.closed("PRACTICE_REQUIRING_IMPROVEMENT", MisconductOutcome.REFLECTIVE_PRACTICE));

    /** Until the regulations of 2020. */
    public static final Ending MANAGEMENT_ADVICE = warned(MisconductOutcome.MANAGEMENT_ADVICE);

    public static final Ending WRITTEN_WARNING = warned(MisconductOutcome.WRITTEN_WARNING);
    public static final Ending FINAL_WRITTEN_WARNING = decided(
                    Severity.GROSS_MISCONDUCT,
                    a -> a.caseToAnswer(GROSS_MISCONDUCT)
                            .heard(HEARING, MisconductFinding.MISCONDUCT, MisconductOutcome.FINAL_WRITTEN_WARNING)
                            .backToFullDuties()
                            .closed())
            .meanwhile(Accusation::restricted);

    /** Since the regulations of 2020. */
    public static final Ending REDUCTION_IN_RANK = decided(
            Severity.GROSS_MISCONDUCT,
            a -> a.caseToAnswer(GROSS_MISCONDUCT)
                    .heard(HEARING, MisconductFinding.GROSS_MISCONDUCT, MisconductOutcome.REDUCTION_IN_RANK)
                    .closed());

    public static final Ending DISMISSAL_VARIED_ON_APPEAL = decided(
                    Severity.GROSS_MISCONDUCT,
                    a -> a.caseToAnswer(GROSS_MISCONDUCT)
                            .heard(
                                    HEARING,
                                    MisconductFinding.GROSS_MISCONDUCT,
                                    MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                            .appealed()
                            .appealDecided(AppealResult.OUTCOME_VARIED, MisconductOutcome.FINAL_WRITTEN_WARNING)
                            .backToFullDuties()
                            .closed())
            .meanwhile(Accusation::suspended);

    public static final Ending DISMISSED = dismissed(HEARING);
    public static final Ending DISMISSED_AT_ONCE = dismissed(ACCELERATED_HEARING);
    public static final Ending DISMISSED_AND_APPEALED =
            DISMISSED.andThen(a -> a.appealed().appealDecided(AppealResult.DISMISSED, null));
    public static final Ending RESIGNED = decided(Severity.GROSS_MISCONDUCT, a -> a.closed("CASE_TO_ANSWER"))
            .meanwhile(a -> a.restricted().resigned().onAdvisoryList());
    public static final Ending RETIRED = decided(
                    Severity.GROSS_MISCONDUCT,
                    a -> a.caseToAnswer(GROSS_MISCONDUCT).closed("CASE_TO_ANSWER"))
            .meanwhile(a -> a.restricted().retired().onAdvisoryList());
    public static final Ending RESIGNED_WOULD_HAVE_BEEN_DISMISSED = decided(
                    Severity.GROSS_MISCONDUCT,
                    a -> a.caseToAnswer(GROSS_MISCONDUCT)
                            .heard(
                                    HEARING,
                                    MisconductFinding.GROSS_MISCONDUCT,
                                    MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED)
                            .barred()
                            .closed())
            .meanwhile(a -> a.suspended().resigned().onAdvisoryList());
    public static final Ending RESIGNED_THEN_CAUTIONED =
            RESIGNED_WOULD_HAVE_BEEN_DISMISSED.inCourt(Accusation::cautioned);

    public static final Ending JAILED_THEN_DISMISSED = tried(
            DISMISSED_AT_ONCE.andThen(Accusation::pensionForfeited),
            a -> a.convicted()
                    .sentenced(Sentence.IMPRISONMENT, a.script().random().between(9, 84)));
    public static final Ending CONVICTED_AND_DISMISSED =
            tried(DISMISSED_AT_ONCE, a -> a.convicted().sentenced(Sentence.COMMUNITY_ORDER));

    /** The courts and the service ask different questions. */
    public static final Ending ACQUITTED_AND_DISMISSED = tried(DISMISSED, Accusation::acquitted);

    public static final Ending ACQUITTED =
            tried(decided(Severity.GROSS_MISCONDUCT, Ending::cleared), Accusation::acquitted);
    public static final Ending CONVICTION_QUASHED = tried(
            decided(Severity.GROSS_MISCONDUCT, Ending::cleared),
            a -> a.convicted().sentenced(Sentence.FINE).convictionQuashed());

    boolean investigated() {
        return severity != null;
    }

    /** A working day on which it may have come to its end; within the usual, and never after {@code latest}. */
    public LocalDate endsOn(SeededRandom random, LocalDate reportedOn, LocalDate latest) {
        var usual = reportedOn.plusDays(mostDays);
        return random.workingDay(reportedOn.plusDays(leastDays), usual.isBefore(latest) ? usual : latest);
    }

    private static Ending atOnce(Consumer<Accusation> decided) {
        return new Ending(null, 15, 100, a -> {}, a -> {}, decided);
    }

    private static Ending decided(Severity severity, Consumer<Accusation> decided) {
        return new Ending(severity, 120, 450, a -> {}, a -> {}, decided);
    }

    private static Ending warned(MisconductOutcome warning) {
        return decided(
                Severity.MISCONDUCT,
                a -> a.caseToAnswer(MISCONDUCT)
                        .heard(MEETING, MisconductFinding.MISCONDUCT, warning)
                        .closed());
    }

    private static Ending dismissed(ProceedingsKind proceedings) {
        return decided(
                        Severity.GROSS_MISCONDUCT,
                        a -> a.caseToAnswer(GROSS_MISCONDUCT)
                                .heard(
                                        proceedings,
                                        MisconductFinding.GROSS_MISCONDUCT,
                                        MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                                .barred()
                                .closed())
                .meanwhile(Accusation::suspended);
    }

    /** The investigation waits for the court. */
    private static Ending tried(Ending afterwards, Consumer<Accusation> inCourt) {
        return new Ending(
                afterwards.severity,
                400,
                800,
                a -> a.suspended().charged().script().subJudice(),
                a -> {
                    inCourt.accept(a);
                    a.script().investigationResumed();
                },
                afterwards.decided);
    }

    private static void cleared(Accusation a) {
        a.noCaseToAnswer().backToFullDuties().closed("NO_CASE_TO_ANSWER");
    }

    private Ending meanwhile(Consumer<Accusation> what) {
        return new Ending(severity, leastDays, mostDays, what, inCourt, decided);
    }

    private Ending inCourt(Consumer<Accusation> what) {
        return new Ending(severity, leastDays, mostDays, meanwhile, what, decided);
    }

    private Ending andThen(Consumer<Accusation> what) {
        return new Ending(severity, leastDays, mostDays, meanwhile, inCourt, decided.andThen(what));
    }
}
