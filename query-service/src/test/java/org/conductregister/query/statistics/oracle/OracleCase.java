package org.conductregister.query.statistics.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.terms.codes.Tag;
import org.conductregister.terms.codes.Tags;

/** One case as it stands after the facts told so far; an independent reading of docs/domain.md, without the register's folds. */
public final class OracleCase {

    /** A fact that cannot follow those before it. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The gravest first. */
    private static final List<String> SENTENCES = List.of(
            "LIFE_IMPRISONMENT", "IMPRISONMENT", "SUSPENDED_SENTENCE", "COMMUNITY_ORDER", "FINE", "DISCHARGE", "NONE");

    /** An allegation as its facts so far state it. */
    public static final class Allegation {
        LocalDate reported;
        public String officer;
        String id, category, workforce;
        Set<String> tags = Set.of();
        boolean pending = true, closedWithCase;
        String severity = "NOT_ASSESSED", finding = "NONE", outcome = "NONE", criminal = "NONE", sentence = "NONE";
        LocalDate outcomeDay;

        /** From a day to a day, or to no end. */
        final List<LocalDate[]> pendingSpans = new ArrayList<>();

        String proceedings;
        boolean everDecided;
        boolean caseToAnswer, noCaseToAnswer, listed, found, notProven, appealed;

        boolean finalised() {
            boolean courtsDone =
                    !criminal.equals("CHARGED") && !(criminal.equals("CONVICTED") && sentence.equals("NONE"));
            boolean begun = listed || (found && !notProven);
            boolean proceedingsDone = !appealed && (!outcome.equals("NONE") || notProven || !begun);
            return !pending && courtsDone && proceedingsDone;
        }

        String stage(String investigation) {
            if (!pending) {
                return "CLOSED";
            }
            if (listed || found || appealed || !outcome.equals("NONE")) {
                return "IN_PROCEEDINGS";
            }
            return switch (investigation) {
                case "STARTED" -> "INVESTIGATING";
                case "SUSPENDED" -> "INVESTIGATION_SUSPENDED";
                case "COMPLETED" -> "AWAITING_DECISION";
                default -> severity.equals("NOT_ASSESSED") ? "REPORTED" : "ASSESSED";
            };
        }

        void begin(LocalDate day) {
            pending = true;
            pendingSpans.add(new LocalDate[] {day, null});
        }

        void end(LocalDate day) {
            pending = false;
            pendingSpans.get(pendingSpans.size() - 1)[1] = day;
        }

        boolean wasPendingOn(LocalDate day) {
            for (var span : pendingSpans) {
                if (!day.isBefore(span[0]) && (span[1] == null || !day.isAfter(span[1]))) {
                    return true;
                }
            }
            return false;
        }

        String outcomeOrStep() {
            return outcome.equals("NONE") ? misconduct() : outcome;
        }

        String misconduct() {
            if (appealed) {
                return "APPEALED";
            }
            if (!outcome.equals("NONE")) {
                return outcome;
            }
            if (found) {
                return "FINDING_MADE";
            }
            if (listed) {
                return "PROCEEDINGS_LISTED";
            }
            return caseToAnswer ? "CASE_TO_ANSWER" : noCaseToAnswer ? "NO_CASE_TO_ANSWER" : "NONE";
        }
    }

    static final class Referral {
        LocalDate day;
        String basis, mode = "NONE";
        boolean ended;

        String state() {
            if (mode.equals("NONE")) {
                return "AWAITING_DECISION";
            }
            if (mode.equals("RETURNED_TO_FORCE")) {
                return "RETURNED";
            }
            return ended ? "CONCLUDED" : "UNDER_INVESTIGATION";
        }
    }

    public final String id;
    public LocalDate opened;
    String force, kind, source, regime, investigation = "NOT_STARTED";
    Set<String> tags = Set.of();
    boolean closed;
    final List<Referral> referrals = new ArrayList<>();
    final Map<String, Allegation> allegations = new LinkedHashMap<>();

    OracleCase(String id) {
        this.id = id;
    }

    void tell(LocalDate day, Fact fact) {
        require(fact instanceof CaseOpened == (opened == null));
        switch (fact) {
            case CaseOpened f -> {
                opened = day;
                force = f.force().value();
                kind = f.kind().name();
                regime = f.regime() == null ? "UNKNOWN" : f.regime().code();
                source = f.source().name();
                tags = words(f.tags());
            }
            case AllegationReported f -> {
                require(!closed && !allegations.containsKey(f.allegationId().value()));
                var a = new Allegation();
                a.id = f.allegationId().value();
                a.reported = day;
                a.category = f.category().value();
                a.officer = f.officerId() == null ? null : f.officerId().value();
                a.workforce = f.workforce() == null ? null : f.workforce().name();
                a.tags = words(f.tags());
                a.begin(day);
                allegations.put(a.id, a);
            }
            case CaseReferredToWatchdog f -> {
                require(!closed);
                require(referrals.isEmpty() || Set.of("RETURNED", "CONCLUDED").contains(latest().state()));
                var r = new Referral();
                r.day = day;
                r.basis = f.basis().name();
                referrals.add(r);
            }
            case InvestigationModeDecided f -> {
                require(!closed && !referrals.isEmpty());
                latest().mode = f.mode().name();
                latest().ended = false;
            }
            case InvestigationStarted f -> investigate(Set.of("NOT_STARTED", "COMPLETED"), "STARTED");
            case InvestigationSuspended f -> investigate(Set.of("STARTED"), "SUSPENDED");
            case InvestigationResumed f -> investigate(Set.of("SUSPENDED"), "STARTED");
            case InvestigationCompleted f -> {
                investigate(Set.of("STARTED", "SUSPENDED"), "COMPLETED");
                endRequiredInvestigation();
            }
            case CaseClosed f -> {
                require(!closed);
                closed = true;
                for (var a : allegations.values()) {
                    if (a.pending) {
                        a.end(day);
                        a.closedWithCase = true;
                    }
                }
                endRequiredInvestigation();
            }
            case CaseReopened f -> {
                require(closed);
                closed = false;
                for (var a : allegations.values()) {
                    if (a.closedWithCase) {
                        a.begin(day);
                        a.closedWithCase = false;
                    }
                }
            }
            case NoteAdded f -> {}
            case AllegationFact f -> {
                require(allegations.containsKey(f.allegationId().value()));
                tell(allegations.get(f.allegationId().value()), day, f);
            }
            default -> throw new Impossible();
        }
    }

    private void tell(Allegation a, LocalDate day, AllegationFact fact) {
        boolean known = a.officer != null;
        switch (fact) {
            case OfficerIdentified f -> {
                require(!closed && !known);
                a.officer = f.officerId().value();
            }
            case SeverityAssessed f -> {
                require(!closed);
                a.severity = f.severity().name();
            }
            case CaseToAnswerDecided f -> {
                require(!closed);
                a.noCaseToAnswer = f.decision().name().equals("NO_CASE_TO_ANSWER");
                a.caseToAnswer = !a.noCaseToAnswer;
            }
            case ProceedingsListed f -> {
                require(!closed && known && !a.listed);
                a.proceedings = f.proceedings().name();
                a.listed = true;
            }
            case ProceedingsWithdrawn f -> {
                require(!closed && a.listed);
                a.listed = false;
            }
            case MisconductFindingMade f -> {
                require(!closed && known);
                a.found = true;
                a.everDecided = true;
                a.notProven = f.finding().name().equals("NOT_PROVEN");
                a.finding = f.finding().name();
            }
            case MisconductOutcomeImposed f -> {
                require(!closed && known);
                impose(a, f.outcome().name(), day);
            }
            case AppealLodged f -> {
                require(!a.appealed && (a.found || !a.outcome.equals("NONE")));
                a.appealed = true;
            }
            case AppealDecided f -> {
                require(a.appealed);
                a.appealed = false;
                boolean upheld = f.result().name().equals("UPHELD");
                boolean dismissed = f.result().name().equals("DISMISSED");
                if (upheld && f.outcome() == null) {
                    a.outcome = "NONE";
                    a.outcomeDay = null;
                    a.finding = "NONE";
                    a.found = a.notProven = a.listed = false;
                } else if (!dismissed && f.outcome() != null) {
                    impose(a, f.outcome().name(), day);
                }
            }
            case OfficerCharged f -> {
                require(known && !a.criminal.equals("CHARGED"));
                a.criminal = "CHARGED";
                a.sentence = "NONE";
            }
            case CriminalVerdictReached f -> {
                require(a.criminal.equals("CHARGED"));
                a.criminal = f.verdict().name();
                a.sentence = "NONE";
            }
            case SentencePassed f -> {
                require(a.criminal.equals("CONVICTED"));
                if (SENTENCES.indexOf(f.sentence().name()) < SENTENCES.indexOf(a.sentence)) {
                    a.sentence = f.sentence().name();
                }
            }
            case CautionGiven f -> {
                require(known);
                a.criminal = "CAUTIONED";
            }
            case CriminalCaseDiscontinued f -> {
                require(a.criminal.equals("CHARGED"));
                a.criminal = "DISCONTINUED";
            }
            case ConvictionQuashed f -> {
                require(a.criminal.equals("CONVICTED"));
                a.criminal = "CONVICTION_QUASHED";
                a.sentence = "NONE";
            }
            case NoFurtherActionTaken f -> end(a, day);
            case AllegationWithdrawn f -> end(a, day);
            case AllegationClosed f -> {
                require(f.outcome() == null || known);
                end(a, day);
                if (f.finding() != null) {
                    a.finding = f.finding().value();
                }
                if (f.outcome() != null) {
                    impose(a, f.outcome().name(), day);
                }
            }
            case AllegationReported f -> throw new IllegalStateException("told above");
        }
    }

    private void end(Allegation a, LocalDate day) {
        require(!closed && a.pending);
        a.end(day);
    }

    private static void impose(Allegation a, String outcome, LocalDate day) {
        if (!outcome.equals(a.outcome)) {
            a.outcomeDay = day;
        }
        a.outcome = outcome;
        a.everDecided = true;
    }

    private void investigate(Set<String> from, String to) {
        require(!closed && from.contains(investigation));
        investigation = to;
    }

    private void endRequiredInvestigation() {
        if (!referrals.isEmpty() && latest().state().equals("UNDER_INVESTIGATION")) {
            latest().ended = true;
        }
    }

    Referral latest() {
        return referrals.get(referrals.size() - 1);
    }

    static Set<String> words(Tags tags) {
        var words = new TreeSet<String>();
        if (tags != null) {
            for (Tag tag : tags.tags()) {
                words.add(tag.value());
            }
        }
        return words;
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new Impossible();
        }
    }
}
