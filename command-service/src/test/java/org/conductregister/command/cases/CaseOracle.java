package org.conductregister.command.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.identifiers.AllegationId;

/** Says of a fact whether it may follow others in a case: by looking through them, with no state kept. */
final class CaseOracle {

    private final List<Fact> before;

    private CaseOracle(List<Fact> before) {
        this.before = before;
    }

    static boolean mayFollow(LocalDate day, Fact next, List<Fact> before) {
        return new CaseOracle(before).allows(next);
    }

    private boolean allows(Fact next) {
        boolean opened = any(CaseOpened.class::isInstance);
        boolean closed = last(CaseClosed.class, CaseReopened.class)
                .filter(CaseClosed.class::isInstance)
                .isPresent();
        if (!opened) {
            return next instanceof CaseOpened;
        }
        return switch (next) {
            case CaseOpened f -> false;
            case NoteAdded f -> true;
            case CaseReopened f -> closed;
            case AllegationReported f -> !closed && !reported(f.allegationId());
            case AllegationFact f -> reported(f.allegationId()) && (closed ? goesOn(f) : true) && allows(f);
            default -> !closed && allowsOfCase(next);
        };
    }

    private static boolean goesOn(AllegationFact next) {
        return Stream.of(
                        OfficerCharged.class,
                        CriminalVerdictReached.class,
                        SentencePassed.class,
                        CautionGiven.class,
                        CriminalCaseDiscontinued.class,
                        ConvictionQuashed.class,
                        AppealLodged.class,
                        AppealDecided.class)
                .anyMatch(type -> type.isInstance(next));
    }

    private boolean allowsOfCase(Fact next) {
        var investigation = last(
                InvestigationStarted.class,
                InvestigationSuspended.class,
                InvestigationResumed.class,
                InvestigationCompleted.class);
        boolean running = investigation
                .filter(f -> f instanceof InvestigationStarted || f instanceof InvestigationResumed)
                .isPresent();
        boolean suspended =
                investigation.filter(InvestigationSuspended.class::isInstance).isPresent();
        return switch (next) {
            case CaseClosed f -> true;
            case CaseReferredToWatchdog f -> nothingReferredIsOpen();
            case InvestigationModeDecided f -> any(CaseReferredToWatchdog.class::isInstance);
            case InvestigationStarted f -> !running && !suspended;
            case InvestigationSuspended f -> running;
            case InvestigationResumed f -> suspended;
            case InvestigationCompleted f -> running || suspended;
            default -> throw new IllegalArgumentException(next.toString());
        };
    }

    private boolean nothingReferredIsOpen() {
        var last = last(
                CaseReferredToWatchdog.class,
                InvestigationModeDecided.class,
                InvestigationCompleted.class,
                CaseClosed.class);
        if (last.isEmpty() || !any(CaseReferredToWatchdog.class::isInstance)) {
            return true;
        }
        var decision = last(CaseReferredToWatchdog.class, InvestigationModeDecided.class)
                .orElseThrow();
        if (!(decision instanceof InvestigationModeDecided decided)) {
            return false;
        }
        boolean ended = last.get() instanceof InvestigationCompleted || last.get() instanceof CaseClosed;
        return ended || decided.mode() == InvestigationMode.RETURNED_TO_FORCE;
    }

    private boolean allows(AllegationFact next) {
        var about = new CaseOracle(before.stream()
                .filter(f -> f instanceof AllegationFact a && a.allegationId().equals(next.allegationId()))
                .toList());
        boolean identified = about.any(f -> f instanceof OfficerIdentified
                || (f instanceof AllegationReported reported && reported.officerId() != null));
        var criminal = about.last(
                OfficerCharged.class,
                CriminalVerdictReached.class,
                CautionGiven.class,
                CriminalCaseDiscontinued.class,
                ConvictionQuashed.class);
        boolean charged = criminal.filter(OfficerCharged.class::isInstance).isPresent();
        boolean convicted = criminal.filter(
                        f -> f instanceof CriminalVerdictReached v && v.verdict() == Verdict.CONVICTED)
                .isPresent();
        boolean ended = about.any(f ->
                f instanceof AllegationClosed || f instanceof AllegationWithdrawn || f instanceof NoFurtherActionTaken);
        boolean appealed = about.last(AppealLodged.class, AppealDecided.class)
                .filter(AppealLodged.class::isInstance)
                .isPresent();
        return switch (next) {
            case AllegationReported f -> throw new IllegalArgumentException(f.toString());
            case SeverityAssessed f -> true;
            case CaseToAnswerDecided f -> true;
            case OfficerIdentified f -> !identified;
            case ProceedingsListed f -> identified && !about.sinceSetAside().listed();
            case ProceedingsWithdrawn f -> about.sinceSetAside().listed();
            case MisconductFindingMade f -> identified;
            case MisconductOutcomeImposed f -> identified;
            case AppealLodged f -> !appealed && about.sinceSetAside().any(CaseOracle::canBeAppealed);
            case AppealDecided f -> appealed;
            case OfficerCharged f -> identified && !charged;
            case CriminalVerdictReached f -> charged;
            case CriminalCaseDiscontinued f -> charged;
            case SentencePassed f -> convicted;
            case ConvictionQuashed f -> convicted;
            case CautionGiven f -> identified;
            case NoFurtherActionTaken f -> !ended;
            case AllegationWithdrawn f -> !ended;
            case AllegationClosed f -> !ended && (f.outcome() == null || identified);
        };
    }

    private static boolean canBeAppealed(Fact fact) {
        return fact instanceof MisconductFindingMade
                || fact instanceof MisconductOutcomeImposed
                || (fact instanceof AllegationClosed closed && closed.outcome() != null)
                || (fact instanceof AppealDecided decided
                        && decided.result() != AppealResult.DISMISSED
                        && decided.outcome() != null);
    }

    private boolean listed() {
        return last(ProceedingsListed.class, ProceedingsWithdrawn.class)
                .filter(ProceedingsListed.class::isInstance)
                .isPresent();
    }

    /** Returns the part of the history after the last appeal that was upheld with nothing in the outcome's place. */
    private CaseOracle sinceSetAside() {
        int from = 0;
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof AppealDecided decided
                    && decided.result() == AppealResult.UPHELD
                    && decided.outcome() == null) {
                from = i + 1;
            }
        }
        return new CaseOracle(before.subList(from, before.size()));
    }

    private boolean reported(AllegationId allegation) {
        return any(f -> f instanceof AllegationReported reported
                && reported.allegationId().equals(allegation));
    }

    private boolean any(Predicate<Fact> which) {
        return before.stream().anyMatch(which);
    }

    private Optional<Fact> last(Class<?>... types) {
        return before.stream()
                .filter(f -> Stream.of(types).anyMatch(type -> type.isInstance(f)))
                .reduce((earlier, later) -> later);
    }
}
