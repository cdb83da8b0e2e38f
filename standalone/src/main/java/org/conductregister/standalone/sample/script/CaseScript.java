package org.conductregister.standalone.sample.script;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Fact;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Regime;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one sample case and its officers, written step by step. A step is a fact and about how many weeks it took;
 * {@link #until} spreads the steps written so far over the days up to a given one. For one thread.
 */
public final class CaseScript {

    private static final LocalDate REGULATIONS_2012 = LocalDate.of(2012, 11, 22);
    private static final LocalDate REGULATIONS_2020 = LocalDate.of(2020, 2, 1);
    private static final LocalDate REGULATIONS_2024 = LocalDate.of(2024, 5, 7);
    private static final LocalDate REGULATIONS_2025 = LocalDate.of(2025, 5, 28);
    private static final LocalDate IOPC = LocalDate.of(2018, 1, 8);

    private final EntryCollector collector;
    private final SeededRandom random;
    private final Force force;
    private final CaseId caseId;
    private final List<Step> steps = new ArrayList<>();
    private LocalDate reached;
    private LocalDate logged;
    private int accusations;

    private static final class Step {
        final RecordId record;
        final Function<LocalDate, @Nullable Fact> fact;
        final int weight;
        int lateBy;
        boolean retracted;
        int daysOut;

        Step(RecordId record, int weight, Function<LocalDate, @Nullable Fact> fact) {
            this.record = record;
            this.weight = weight;
            this.fact = fact;
        }
    }

    CaseScript(EntryCollector collector, SeededRandom random, Force force, LocalDate openedOn) {
        this.collector = collector;
        this.random = random;
        this.force = force;
        this.caseId = collector.newCase(force, openedOn);
        this.reached = openedOn;
        this.logged = openedOn;
    }

    SeededRandom random() {
        return random;
    }

    public CaseScript opened(CaseKind kind, CaseSource source, Category category, Workforce workforce, Tags tags) {
        var title = SampleTexts.title(category, random);
        var marked = tags.tags().isEmpty() ? null : tags;
        return then(
                0, day -> new CaseOpened(day, force.code(), kind, source, regime(workforce, day), title, marked, null));
    }

    /** Reports an allegation against an officer, on the day of the step before. */
    public Accusation accused(Officer officer, Category category, Tags tags) {
        return new Accusation(this, ++accusations, officer, category).reported(tags);
    }

    /** Reports an allegation against an officer who is not identified yet. */
    public Accusation somebodyAccused(Officer whoItWas, Category category, Tags tags) {
        return new Accusation(this, ++accusations, whoItWas, category).reportedAgainstSomebody(tags);
    }

    public CaseScript referred(ReferralBasis basis) {
        return then(1, day -> new CaseReferredToWatchdog(day, basis, watchdog(day), null));
    }

    public CaseScript decided(InvestigationMode mode) {
        return then(3, day -> new InvestigationModeDecided(day, mode, null));
    }

    public CaseScript investigationStarted() {
        return then(2, day -> new InvestigationStarted(day, null));
    }

    /** Suspends the investigation while a court decides. */
    public CaseScript subJudice() {
        return then(1, day -> new InvestigationSuspended(day, new FreeText("Sub judice.")));
    }

    public CaseScript investigationResumed() {
        return then(2, day -> new InvestigationResumed(day, null));
    }

    public CaseScript investigationCompleted() {
        return then(20, day -> new InvestigationCompleted(day, null));
    }

    public CaseScript noted() {
        var text = SampleTexts.note(random);
        return then(3, day -> new NoteAdded(day, text, null));
    }

    public CaseScript noted(String text) {
        return then(3, day -> new NoteAdded(day, new FreeText(text), null));
    }

    public CaseScript closed() {
        return then(2, day -> new CaseClosed(day, null));
    }

    public CaseScript reopened(String reason) {
        return then(20, day -> new CaseReopened(day, new FreeText(reason), null));
    }

    /** Has the last step logged some months after it happened. */
    public CaseScript loggedLate() {
        steps.getLast().lateBy = random.between(30, 200);
        return this;
    }

    /** Has the last step logged by mistake and retracted the day after. */
    public CaseScript loggedByMistake() {
        steps.getLast().retracted = true;
        return this;
    }

    /** Has the last step logged with a day that is {@code days} too late, or too early where negative, and re-dated later. */
    CaseScript loggedOut(int days) {
        steps.getLast().daysOut = days;
        return this;
    }

    /** Spreads the steps so far over the days until {@code day}, the last of them on that day, and logs them. */
    public CaseScript until(LocalDate day) {
        int whole = steps.stream().mapToInt(step -> step.weight).sum();
        var first = reached;
        long span = day.toEpochDay() - first.toEpochDay();
        int passed = 0;
        for (var step : steps) {
            passed += step.weight;
            var exact = first.plusDays(whole == 0 ? 0 : span * passed / whole);
            reached = passed == whole ? day : SeededRandom.workingDay(exact, reached, day);
            log(step, passed == 0 ? first : reached);
        }
        steps.clear();
        reached = day;
        return this;
    }

    /** Nothing more happens before {@code day}. */
    CaseScript from(LocalDate day) {
        reached = day;
        return this;
    }

    /** This case turns out to be another one, entered a second time. */
    public CaseScript duplicateOf(CaseScript other, String reason) {
        return then(2, day -> new CaseMarkedDuplicate(day, other.caseId, new FreeText(reason), null));
    }

    /**
     * Writes a step that depends on its day.
     *
     * @param fact of the day it falls on, or null where there was no such thing yet
     */
    public CaseScript then(int weeks, Function<LocalDate, @Nullable Fact> fact) {
        return then(RecordId.of(caseId), weeks, fact);
    }

    public CaseScript then(RecordId record, int weeks, Function<LocalDate, @Nullable Fact> fact) {
        steps.add(new Step(record, weeks == 0 ? 0 : 10 * weeks + random.between(0, 9 * weeks), fact));
        return this;
    }

    private void log(Step step, LocalDate day) {
        var fact = step.fact.apply(day);
        if (fact == null) {
            return;
        }
        if (step.lateBy > 0) {
            collector.log(day.plusDays(step.lateBy), step.record, fact);
            return;
        }
        logged = later(logged, day.plusDays(random.percent(70) ? 0 : random.between(1, 4)));
        var asLogged = requireNonNull(step.fact.apply(day.plusDays(step.daysOut)), "it happened on the right day");
        var entry = collector.log(logged, step.record, asLogged);
        if (step.retracted) {
            logged = logged.plusDays(1);
            collector.log(logged, step.record, new EntryRetracted(logged, entry, SampleTexts.slip(random), null));
        }
        if (step.daysOut != 0) {
            var noticedOn = logged.plusDays(random.between(10, 60));
            var redating = new EntryRedated(noticedOn, entry, day, SampleTexts.misdating(random), null);
            collector.log(noticedOn, step.record, redating);
        }
    }

    private static @Nullable Regime regime(Workforce workforce, LocalDate openedOn) {
        if (workforce == Workforce.POLICE_STAFF || workforce == Workforce.COMMUNITY_SUPPORT_OFFICER) {
            return Regime.STAFF;
        }
        if (openedOn.isBefore(REGULATIONS_2012)) {
            return null;
        }
        if (openedOn.isBefore(REGULATIONS_2020)) {
            return Regime.REGULATIONS_2012;
        }
        if (openedOn.isBefore(REGULATIONS_2024)) {
            return Regime.REGULATIONS_2020;
        }
        return openedOn.isBefore(REGULATIONS_2025) ? Regime.REGULATIONS_2024 : Regime.REGULATIONS_2025;
    }

    private static WatchdogCode watchdog(LocalDate day) {
        return new WatchdogCode(day.isBefore(IOPC) ? "IPCC" : "IOPC");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
