package org.conductregister.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.conductregister.entries.History.InEffect;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The state of a case: the fold of its facts. {@link #evolve} is the one fold that the command side, every view and the
 * statistics use. It is total: a fact that is impossible at its place changes nothing. Immutable.
 *
 * @param opening null until the case is opened
 * @param closedOn the day of the last closing; null while it is pending
 * @param closings when it stood closed
 * @param referrals in order of the day
 * @param allegations in order of the report
 */
public record CaseState(
        @Nullable Opening opening,
        @Nullable LocalDate closedOn,
        Closings closings,
        InvestigationState investigation,
        List<Referral> referrals,
        Map<AllegationId, AllegationState> allegations) {

    /**
     * The category that must be referred to the watchdog (Police (Complaints and Misconduct) Regulations 2020, reg.
     * 4). 4).
     */
    public static final CategoryCode MUST_BE_REFERRED = new CategoryCode("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE");

    /** Before any fact. */
    public static final CaseState NEW =
            new CaseState(null, null, Closings.NONE, InvestigationState.NOT_STARTED, List.of(), Map.of());

    /** Whether an allegation in it must be referred to the watchdog, and the case was not. */
    public boolean referralDue() {
        return referrals.isEmpty()
                && allegations.values().stream()
                        .anyMatch(allegation -> allegation.category().equals(MUST_BE_REFERRED));
    }

    /** Folds a case's entries, given in order of the day. */
    public static CaseState of(Collection<InEffect> inOrder) {
        var state = NEW;
        for (var entry : inOrder) {
            state = state.evolve(entry.day(), (CaseFact) entry.fact());
        }
        return state;
    }

    public boolean opened() {
        return opening != null;
    }

    /** CLOSED only after CaseClosed: a case whose allegations are all closed is pending, and ready to close. */
    public HandlingStatus status() {
        return closedOn == null ? HandlingStatus.PENDING : HandlingStatus.CLOSED;
    }

    public boolean finalised() {
        return closedOn != null && allegations.values().stream().allMatch(AllegationState::finalised);
    }

    public boolean readyToClose() {
        return opened()
                && closedOn == null
                && !allegations.isEmpty()
                && allegations.values().stream().noneMatch(AllegationState::pending);
    }

    public Optional<Referral> latestReferral() {
        return referrals.isEmpty() ? Optional.empty() : Optional.of(referrals.getLast());
    }

    /** How far the handling of one of its allegations has come. */
    public Stage stageOf(AllegationState allegation) {
        if (!allegation.pending()) {
            return Stage.CLOSED;
        }
        if (allegation.misconduct().inProceedings()) {
            return Stage.IN_PROCEEDINGS;
        }
        return switch (investigation) {
            case NOT_STARTED -> allegation.handling().severity() == null ? Stage.REPORTED : Stage.ASSESSED;
            case STARTED -> Stage.INVESTIGATING;
            case SUSPENDED -> Stage.INVESTIGATION_SUSPENDED;
            case COMPLETED -> Stage.AWAITING_DECISION;
        };
    }

    /** The state after one more fact. */
    public CaseState evolve(LocalDate day, CaseFact fact) {
        return switch (fact) {
            case CaseOpened f -> opened(day, f);
            case AllegationReported f -> with(AllegationState.reported(day, f));
            case ReportedAllegationFact f -> on(f, day);
            case OpenedCaseFact f -> evolve(day, f);
        };
    }

    private CaseState evolve(LocalDate day, OpenedCaseFact fact) {
        return switch (fact) {
            case CaseReferredToWatchdog f -> referred(day, f);
            case InvestigationModeDecided f -> latestReferral(r -> r.decided(f.mode()));
            case InvestigationStarted f -> investigation(InvestigationState.STARTED);
            case InvestigationSuspended f -> investigation(InvestigationState.SUSPENDED);
            case InvestigationResumed f -> investigation(InvestigationState.STARTED);
            case InvestigationCompleted f ->
                investigation(InvestigationState.COMPLETED).latestReferral(Referral::investigationEnded);
            case CaseClosed f -> closed(day);
            case CaseReopened f -> reopened(day);
            case NoteAdded f -> this;
        };
    }

    private CaseState opened(LocalDate day, CaseOpened f) {
        var how = new Opening(
                day, f.force(), f.kind(), f.source(), f.reference(), f.regime(), f.title(), Tags.orNone(f.tags()));
        return new CaseState(how, closedOn, closings, investigation, referrals, allegations);
    }

    private CaseState referred(LocalDate day, CaseReferredToWatchdog f) {
        var watchdog = f.watchdog() == null ? Referral.IOPC : f.watchdog();
        var more = new ArrayList<>(referrals);
        more.add(new Referral(day, f.basis(), watchdog, null, false));
        return new CaseState(
                opening, closedOn, closings, investigation, Collections.unmodifiableList(more), allegations);
    }

    private CaseState latestReferral(UnaryOperator<Referral> change) {
        if (referrals.isEmpty()) {
            return this;
        }
        var changed = new ArrayList<>(referrals);
        changed.set(changed.size() - 1, change.apply(changed.getLast()));
        return new CaseState(
                opening, closedOn, closings, investigation, Collections.unmodifiableList(changed), allegations);
    }

    private CaseState investigation(InvestigationState now) {
        return new CaseState(opening, closedOn, closings, now, referrals, allegations);
    }

    private CaseState closed(LocalDate day) {
        var ended = each(a -> a.with(a.handling().ended(HandlingTrack.Ending.WITH_ITS_CASE, day)))
                .latestReferral(Referral::investigationEnded);
        return new CaseState(
                opening, day, closings.closed(day), ended.investigation, ended.referrals, ended.allegations);
    }

    private CaseState reopened(LocalDate day) {
        var again = each(a -> a.with(a.handling().reopened(day)));
        return new CaseState(opening, null, closings.reopened(day), investigation, referrals, again.allegations);
    }

    private CaseState on(ReportedAllegationFact fact, LocalDate day) {
        var allegation = allegations.get(fact.allegationId());
        return allegation == null ? this : with(allegation.evolve(day, fact));
    }

    private CaseState with(AllegationState allegation) {
        var changed = new LinkedHashMap<>(allegations);
        changed.put(allegation.allegationId(), allegation);
        return new CaseState(
                opening, closedOn, closings, investigation, referrals, Collections.unmodifiableMap(changed));
    }

    private CaseState each(UnaryOperator<AllegationState> change) {
        var changed = new LinkedHashMap<>(allegations);
        changed.replaceAll((id, allegation) -> change.apply(allegation));
        return new CaseState(
                opening, closedOn, closings, investigation, referrals, Collections.unmodifiableMap(changed));
    }
}
