package org.conductregister.query.statistics.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.facts.RecommendationFact.*;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;

/**
 * Logs of a small register: few records and few days, so that facts meet. Entries come in any order of the day; what
 * cannot be where it would stand is left out, as the register would refuse it.
 */
public final class RandomRegister {

    /** The turn of a year is among the days. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2018, 12, 26);

    public static final int DAYS = 12;
    public static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    static final List<String> FORCES = List.of("DORSET", "KENT");
    static final List<String> CATEGORIES = List.of("RAPE", "STALKING");
    static final List<String> TAGS = List.of("CUSTODY", "VAWG");
    static final List<String> RECOMMENDATIONS = List.of("R1", "R2");
    private static final List<String> OFFICERS = List.of("O1", "O2", "O3");

    /** The draft of one entry; numbers stand for choices. */
    private record Draft(int fact, int record, int part, int day, int choice, int other) {

        <T> T oneOf(List<T> choices) {
            return choices.get(choice % choices.size());
        }

        <E extends Enum<E>> E oneOf(Class<E> type) {
            return oneOf(List.of(type.getEnumConstants()));
        }

        LocalDate on() {
            return FIRST_DAY.plusDays(day % DAYS);
        }

        AllegationId allegation() {
            return new AllegationId("A" + (1 + part / 2 % 2));
        }

        OfficerId officer() {
            return new OfficerId(OFFICERS.get(other % OFFICERS.size()));
        }

        ForceCode force() {
            return new ForceCode(oneOf(FORCES));
        }

        /** Half of them corrections of some kind and markings of duplicates. */
        Draft oftenCorrecting() {
            return switch (fact % 6) {
                case 0, 1 -> withOther(other - other % 8);
                case 2 -> withOther(other - other % 24 + 1);
                default -> this;
            };
        }

        private Draft withOther(int another) {
            return new Draft(fact, record, part, day, choice, another);
        }

        Tags tags() {
            return switch (other % 5) {
                case 0 -> Tags.of("VAWG");
                case 1 -> Tags.of("CUSTODY", "VAWG");
                case 2 -> Tags.of("CUSTODY");
                default -> null;
            };
        }
    }

    /** Facts that need another before them come first, and are drawn more often. */
    private static final List<BiFunction<Draft, LocalDate, Fact>> OF_CASES = List.of(
            (d, on) -> new SentencePassed(on, d.allegation(), d.oneOf(Sentence.class), null, null),
            (d, on) -> new ConvictionQuashed(on, d.allegation(), null),
            (d, on) -> new AppealDecided(
                    on,
                    d.allegation(),
                    d.oneOf(AppealResult.class),
                    d.other() % 2 == 0 ? null : d.oneOf(MisconductOutcome.class),
                    null),
            (d, on) -> new CriminalVerdictReached(on, d.allegation(), d.oneOf(Verdict.class), null),
            (d, on) -> new InvestigationResumed(on, null),
            (d, on) -> new InvestigationModeDecided(on, d.oneOf(InvestigationMode.class), null),
            (d, on) -> new AppealLodged(on, d.allegation(), null),
            (d, on) -> new InvestigationCompleted(on, null),
            (d, on) -> new CriminalCaseDiscontinued(on, d.allegation(), null),
            (d, on) -> new ProceedingsWithdrawn(on, d.allegation(), null, null),
            (d, on) -> new OfficerIdentified(on, d.allegation(), d.officer(), null),
            (d, on) -> new CaseReopened(on, new FreeText("new evidence"), null),
            (d, on) -> new OfficerCharged(on, d.allegation(), null, null),
            (d, on) -> reported(d, on),
            (d, on) -> new CaseOpened(
                    on,
                    d.force(),
                    d.oneOf(CaseKind.class),
                    d.oneOf(CaseSource.class),
                    d.other() % 2 == 0 ? null : d.oneOf(Regime.class),
                    null,
                    d.tags(),
                    null),
            (d, on) -> new MisconductOutcomeImposed(on, d.allegation(), d.oneOf(MisconductOutcome.class), null),
            (d, on) -> new CaseReferredToWatchdog(on, d.oneOf(ReferralBasis.class), null, null),
            (d, on) -> new MisconductFindingMade(on, d.allegation(), d.oneOf(MisconductFinding.class), null),
            (d, on) -> new ProceedingsListed(on, d.allegation(), d.oneOf(ProceedingsKind.class), null),
            (d, on) -> new InvestigationStarted(on, null),
            (d, on) -> new InvestigationSuspended(on, null),
            (d, on) -> new AllegationClosed(
                    on,
                    d.allegation(),
                    d.other() % 2 == 0 ? null : new FindingCode(d.choice() % 2 == 0 ? "SUSTAINED" : "PARTLY"),
                    d.other() % 3 == 0 ? d.oneOf(MisconductOutcome.class) : null,
                    null),
            (d, on) -> new NoFurtherActionTaken(on, d.allegation(), null),
            (d, on) -> new AllegationWithdrawn(on, d.allegation(), null),
            (d, on) -> new CaseToAnswerDecided(on, d.allegation(), d.oneOf(CaseToAnswerDecision.class), null),
            (d, on) -> new CautionGiven(on, d.allegation(), null),
            (d, on) -> new SeverityAssessed(on, d.allegation(), d.oneOf(Severity.class), null),
            (d, on) ->
                    new MisconductOutcomeImposed(on, d.allegation(), MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, null),
            (d, on) -> new CaseClosed(on, null),
            (d, on) -> new NoteAdded(on, new FreeText("a note"), null));

    private static final int NEEDING_SOMETHING = 12;

    private static final List<BiFunction<Draft, LocalDate, Fact>> OF_OFFICERS = List.of(
            (d, on) -> new OfficerRegistered(
                    on,
                    d.force(),
                    d.oneOf(Workforce.class),
                    d.other() % 2 == 0 ? null : new Label(d.other() % 3 == 0 ? "Sergeant" : "Constable"),
                    new PersonName("Ada"),
                    d.choice() % 2 == 0 ? null : new GenderCode(d.choice() % 3 == 0 ? "MALE" : "FEMALE"),
                    d.choice() % 5 == 0 ? new EthnicityCode("ASIAN") : null,
                    null,
                    null),
            (d, on) -> new OfficerPutOnRestrictedDuties(on, null),
            (d, on) -> new OfficerSuspended(on, null),
            (d, on) -> new OfficerReturnedToFullDuties(on, null),
            (d, on) -> new OfficerResigned(on, null),
            (d, on) -> new OfficerRetired(on, null),
            (d, on) -> new OfficerDismissed(on, null),
            (d, on) -> new OfficerLeft(on, new FreeText("emigrated"), null),
            (d, on) -> new OfficerTransferred(on, d.force(), null),
            (d, on) -> new OfficerBarred(on, null),
            (d, on) -> new OfficerPlacedOnAdvisoryList(on, null),
            (d, on) -> new OfficerDelisted(on, null),
            (d, on) -> new PensionForfeited(on, null));

    private static final List<BiFunction<Draft, LocalDate, Fact>> OF_RECOMMENDATIONS = List.of(
            (d, on) -> new RecommendationIssued(
                    on,
                    new Label("An inspectorate"),
                    new ThemeCode("CULTURE"),
                    new ForceCodes(List.of(new ForceCode("KENT"), d.force())),
                    on.plusDays(d.other() % 4),
                    null),
            (d, on) -> new ForceResponded(on, d.force(), d.other() % 2 == 0, null),
            (d, on) -> new ForceProgressGraded(on, d.force(), d.oneOf(Grade.class), null));

    private final List<RecordedEntry> log = new ArrayList<>();

    private RandomRegister() {}

    private static AllegationReported reported(Draft d, LocalDate on) {
        return new AllegationReported(
                on,
                d.allegation(),
                new CategoryCode(d.oneOf(CATEGORIES)),
                d.choice() % 4 == 0 ? null : d.officer(),
                d.choice() % 3 == 0 ? d.oneOf(Workforce.class) : null,
                d.tags(),
                new FreeText("what was said"),
                null);
    }

    /** Logs of some of so many entries drawn, after the first five. */
    public static Arbitrary<List<RecordedEntry>> logs(int drafts) {
        return logsOf(drafts().list().ofMaxSize(drafts).withSizeDistribution(RandomDistribution.uniform()));
    }

    /** Logs of as many entries drawn, half of which correct others, mark duplicates, or take such back. */
    public static Arbitrary<List<RecordedEntry>> correctedLogs(int drafts) {
        return logsOf(drafts().map(Draft::oftenCorrecting).list().ofSize(drafts));
    }

    private static Arbitrary<Draft> drafts() {
        var number = Arbitraries.integers().between(0, 9_999).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(number, number, number, number, number, number)
                .as(Draft::new);
    }

    private static Arbitrary<List<RecordedEntry>> logsOf(Arbitrary<List<Draft>> drafts) {
        return drafts.map(RandomRegister::logOf);
    }

    private static List<RecordedEntry> logOf(List<Draft> drafts) {
        var register = new RandomRegister();
        register.begin();
        drafts.forEach(register::log);
        return List.copyOf(register.log);
    }

    /** Two cases are there before anything random, so that most of it finds something to be about. */
    private void begin() {
        var one = new RecordId(RecordKind.CASE, "C1");
        var other = new RecordId(RecordKind.CASE, "C2");
        var day = FIRST_DAY.plusDays(2);
        log(one, opened(FIRST_DAY, "KENT", "VAWG"), false);
        log(other, opened(day, "DORSET", "CUSTODY"), false);
        log(one, reported(day, "A1", "O1"), false);
        log(one, reported(day, "A2", "O2"), true);
        log(other, reported(day, "A1", "O1"), true);
    }

    private static CaseOpened opened(LocalDate day, String force, String tag) {
        return new CaseOpened(
                day, new ForceCode(force), CaseKind.CONDUCT, CaseSource.POLICE, null, null, Tags.of(tag), null);
    }

    private static AllegationReported reported(LocalDate day, String allegation, String officer) {
        return new AllegationReported(
                day,
                new AllegationId(allegation),
                new CategoryCode("RAPE"),
                new OfficerId(officer),
                null,
                null,
                null,
                null);
    }

    /** Logs a correction, or the first fact that can be, from the one drawn on. */
    private void log(Draft draft) {
        var record = recordOf(draft);
        boolean inTheSameCommit = draft.part() / 4 % 4 == 0;
        if (draft.other() % 24 == 1) {
            markingOf(draft, record).ifPresent(marking -> log(record, marking, inTheSameCommit));
            return;
        }
        if (draft.other() % 8 == 0) {
            correctionOf(draft, record).ifPresent(correction -> log(record, correction, inTheSameCommit));
            return;
        }
        if (record.kind() == RecordKind.CASE && Oracle.duplicateOf(record, log) != null) {
            return;
        }
        var facts = factsOf(record.kind());
        var day = dayOf(draft, record);
        for (int i = 0; i < NEEDING_SOMETHING && record.kind() == RecordKind.CASE && draft.choice() % 2 == 0; i++) {
            var fact = facts.get((draft.fact() + i) % NEEDING_SOMETHING).apply(draft, day);
            if (log(record, fact, inTheSameCommit)) {
                return;
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get((draft.fact() + i) % facts.size()).apply(draft, day);
            if (log(record, fact, inTheSameCommit)) {
                return;
            }
        }
    }

    private boolean log(RecordId record, Fact fact, boolean inTheSameCommit) {
        var recorded = recorded(new Entry(EntryId.random(), record, fact), inTheSameCommit);
        log.add(recorded);
        boolean possible = isPossible();
        if (!possible) {
            log.removeLast();
        }
        return possible;
    }

    private static List<BiFunction<Draft, LocalDate, Fact>> factsOf(RecordKind kind) {
        return switch (kind) {
            case CASE -> OF_CASES;
            case OFFICER -> OF_OFFICERS;
            case RECOMMENDATION -> OF_RECOMMENDATIONS;
        };
    }

    private static RecordId recordOf(Draft draft) {
        return switch (draft.record() % 10) {
            case 0, 1, 2 -> new RecordId(RecordKind.CASE, "C1");
            case 3, 4 -> new RecordId(RecordKind.CASE, "C2");
            case 5 -> new RecordId(RecordKind.CASE, "C3");
            case 6, 7 -> new RecordId(RecordKind.OFFICER, OFFICERS.get(0));
            case 8 -> new RecordId(RecordKind.OFFICER, OFFICERS.get(1));
            default -> new RecordId(RecordKind.RECOMMENDATION, RECOMMENDATIONS.get(draft.choice() % 2));
        };
    }

    /** Half of the entries come in order of the day, so that long courses arise. */
    private LocalDate dayOf(Draft draft, RecordId record) {
        var latest = log.stream()
                .filter(entry -> entry.entry().record().equals(record))
                .map(entry -> entry.entry().fact().occurredOn())
                .max(Comparator.naturalOrder());
        return draft.part() % 2 == 0 || latest.isEmpty()
                ? draft.on()
                : latest.get().plusDays(draft.day() % 4 / 3);
    }

    private Optional<Fact> correctionOf(Draft draft, RecordId record) {
        var same = log.stream()
                .filter(entry -> entry.entry().record().equals(record) && !Oracle.isStruck(entry, log))
                .toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        var wrong = draft.oneOf(same).entry();
        var reason = new FreeText("a slip");
        if (wrong.fact() instanceof Correction || draft.other() / 8 % 3 == 0) {
            return Optional.of(new EntryRetracted(FIRST_DAY, wrong.entryId(), reason, null));
        }
        if (draft.other() / 8 % 3 == 1) {
            return Optional.of(new EntryRedated(FIRST_DAY, wrong.entryId(), draft.on(), reason, null));
        }
        return factsOf(record.kind()).stream()
                .map(fact -> fact.apply(draft, draft.on()))
                .filter(fact -> fact.getClass() == wrong.fact().getClass())
                .findFirst()
                .map(fact -> new EntryCorrected(FIRST_DAY, wrong.entryId(), fact, reason, null));
    }

    private Optional<Fact> markingOf(Draft draft, RecordId record) {
        if (Oracle.duplicateOf(record, log) != null) {
            return Optional.empty();
        }
        var reason = new FreeText("the same");
        return switch (record.kind()) {
            case CASE -> {
                var original = List.of("C1", "C2", "C3").get(draft.choice() % 3);
                yield original.equals(record.id())
                        ? Optional.empty()
                        : Optional.of(new CaseMarkedDuplicate(FIRST_DAY, new CaseId(original), reason, null));
            }
            case OFFICER ->
                draft.officer().value().equals(record.id())
                        ? Optional.empty()
                        : Optional.of(new OfficerMarkedDuplicate(FIRST_DAY, draft.officer(), reason, null));
            case RECOMMENDATION -> Optional.empty();
        };
    }

    private RecordedEntry recorded(Entry entry, boolean inTheSameCommit) {
        var last = log.isEmpty() ? BEGINNING : log.getLast().recordedAt();
        return new RecordedEntry(
                log.size() + 1, inTheSameCommit ? last : last.plusSeconds(1), "tester", "correlation", entry);
    }

    private boolean isPossible() {
        return Oracle.isPossible(log);
    }
}
