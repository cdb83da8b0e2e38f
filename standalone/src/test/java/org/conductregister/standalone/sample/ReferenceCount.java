package org.conductregister.standalone.sample;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Referral;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.codes.Tag;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.Result;

/**
 * Answers a question in the plainest way: every record is folded for the day asked, and the units that match are
 * counted. Knows the units and parameters that the sample's figures need; written apart from the statistics.
 */
final class ReferenceCount {

    /** An allegation in its case, and how its officer serves; the unit that cases and officers are made of. */
    private record Unit(String caseId, CaseState file, AllegationState allegation, Employment employment) {}

    private final Map<RecordId, History> histories = new LinkedHashMap<>();
    private final Map<LocalDate, List<Filed>> cases = new HashMap<>();

    ReferenceCount(List<Entry> entries) {
        var logged = new LinkedHashMap<RecordId, List<Logged>>();
        for (var entry : entries) {
            logged.computeIfAbsent(entry.record(), record -> new ArrayList<>())
                    .add(new Logged(entry.entryId(), entry.fact()));
        }
        logged.forEach((record, facts) -> histories.put(record, new History(facts)));
    }

    /** Counts by the values of the dimensions asked for; of no dimensions, by nothing. */
    Map<Map<String, String>, Long> answer(String question) {
        var asked = new QuestionParameters(question);
        var dimensions = Arrays.stream(asked.one("groupBy", "").split(",")).filter(name -> !name.isEmpty());
        var names = dimensions.toList();
        return units(asked)
                .map(unit -> {
                    Map<String, String> values = new TreeMap<>();
                    names.forEach(name -> values.put(name, unit.apply(name)));
                    return values;
                })
                .collect(groupingBy(Function.identity(), Collectors.counting()));
    }

    private Stream<Function<String, String>> units(QuestionParameters asked) {
        return switch (asked.one("unit", "")) {
            case "allegations" -> allegations(asked).map(unit -> name -> ofAllegation(unit, name));
            case "cases" ->
                allegations(asked).collect(groupingBy(Unit::caseId)).values().stream()
                        .map(List::getFirst)
                        .map(unit -> name -> ofCase(unit.file(), name));
            case "officers" ->
                allegations(asked)
                        .filter(unit -> unit.allegation().officerId() != null)
                        .collect(groupingBy(unit -> unit.allegation().officerId()))
                        .values()
                        .stream()
                        .map(units -> name -> ofOfficer(units, name));
            case "referrals" -> referrals(asked).map(referral -> name -> ofReferral(referral, name));
            case "responses" -> responses(asked);
            default -> throw new IllegalArgumentException("no such unit");
        };
    }

    private Stream<Unit> allegations(QuestionParameters asked) {
        var dismissals = dismissals(asked.asAt());
        return cases(asked.asAt())
                .filter(file ->
                        asked.any("force", file.state().opening().force().value()))
                .filter(file -> asked.any("kind", file.state().opening().kind().name()))
                .flatMap(file -> file.state().allegations().values().stream()
                        .filter(allegation -> matches(asked, file.state(), allegation))
                        .map(allegation -> new Unit(
                                file.id(), file.state(), allegation, employment(allegation, dismissals, asked))));
    }

    private static boolean matches(QuestionParameters asked, CaseState file, AllegationState allegation) {
        var tags = allegation.tags().and(file.opening().tags()).tags().stream()
                .map(Tag::value)
                .toList();
        var reportedOn = asked.one("unit", "").equals("cases") ? file.opening().openedOn() : allegation.reportedOn();
        return asked.any("category", allegation.category().value())
                && (asked.all("tag").isEmpty() || tags.stream().anyMatch(asked.all("tag")::contains))
                && tags.stream().noneMatch(asked.all("withoutTag")::contains)
                && asked.within("reportedFrom", "reportedTo", reportedOn);
    }

    private Stream<Referral> referrals(QuestionParameters asked) {
        return cases(asked.asAt())
                .map(Filed::state)
                .filter(file -> file.allegations().values().stream().anyMatch(a -> matches(asked, file, a)))
                .flatMap(file -> file.referrals().stream())
                .filter(referral -> asked.within("referredFrom", "referredTo", referral.referredOn()));
    }

    private Stream<Function<String, String>> responses(QuestionParameters asked) {
        var record = new RecordId(RecordKind.RECOMMENDATION, asked.one("recommendationId", ""));
        var state = RecommendationState.of(histories.get(record).inEffect(asked.asAt()));
        var due = state.issued().responseDueOn();
        return state.answers().values().stream().map(answer -> name -> switch (name) {
            case "response" -> answer.state(due, asked.asAt()).name();
            case "grade" -> orElse(answer.grade(), "NOT_GRADED");
            default -> throw new IllegalArgumentException(name);
        });
    }

    private record Filed(String id, CaseState state) {}

    private Stream<Filed> cases(LocalDate asAt) {
        return cases.computeIfAbsent(asAt, this::fold).stream();
    }

    private List<Filed> fold(LocalDate asAt) {
        return histories.entrySet().stream()
                .filter(record -> record.getKey().kind() == RecordKind.CASE)
                .map(record -> new Filed(
                        record.getKey().id(), CaseState.of(record.getValue().inEffect(asAt))))
                .filter(file -> file.state().opened())
                .toList();
    }

    private Map<String, List<LocalDate>> dismissals(LocalDate asAt) {
        var days = new HashMap<String, List<LocalDate>>();
        cases(asAt)
                .flatMap(file -> file.state().allegations().values().stream())
                .filter(allegation -> allegation.misconduct().dismissedOn() != null)
                .forEach(allegation -> days.computeIfAbsent(
                                allegation.officerId().value(), id -> new ArrayList<>())
                        .add(allegation.misconduct().dismissedOn()));
        return days;
    }

    private Employment employment(
            AllegationState allegation, Map<String, List<LocalDate>> dismissals, QuestionParameters asked) {
        if (allegation.officerId() == null) {
            return new Employment(EmploymentState.UNIDENTIFIED, List.of());
        }
        var history = histories.get(RecordId.of(allegation.officerId()));
        var own = history == null ? OfficerState.NEW : OfficerState.of(history.inEffect(asked.asAt()));
        return Employment.of(own, dismissals.getOrDefault(allegation.officerId().value(), List.of()));
    }

    private static String ofAllegation(Unit unit, String name) {
        var allegation = unit.allegation();
        return switch (name) {
            case "reportedYear" -> String.valueOf(allegation.reportedOn().getYear());
            case "status" -> allegation.handling().status().name();
            case "employment" -> unit.employment().state().name();
            case "finding" -> orElse(allegation.handling().finding(), "NONE");
            case "outcome" -> orElse(allegation.misconduct().outcome(), "NONE");
            case "result" -> result(unit).name();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String ofCase(CaseState file, String name) {
        return switch (name) {
            case "status" -> file.status().name();
            case "finalised" -> String.valueOf(file.finalised());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String ofReferral(Referral referral, String name) {
        return switch (name) {
            case "referral" -> referral.state().name();
            case "mode" -> orElse(referral.mode(), "NONE");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String ofOfficer(List<Unit> units, String name) {
        return switch (name) {
            case "employment" -> units.getFirst().employment().state().name();
            case "result" ->
                units.stream()
                        .map(ReferenceCount::result)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .name();
            case "sentence" ->
                units.stream()
                        .map(unit -> unit.allegation().criminal().sentence())
                        .filter(sentence -> sentence != null)
                        .min(Comparator.naturalOrder())
                        .map(Sentence::name)
                        .orElse("NONE");
            case "criminal" ->
                units.stream()
                        .map(unit -> unit.allegation().criminal().state())
                        .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
                        .orElseThrow()
                        .name();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static final Set<String> UPHELD = Set.of("SUSTAINED", "UPHELD", "GROSS_MISCONDUCT", "MISCONDUCT");

    private static final List<CriminalState> GRAVEST_FIRST = List.of(
            CriminalState.CONVICTED,
            CriminalState.CHARGED,
            CriminalState.CAUTIONED,
            CriminalState.CONVICTION_QUASHED,
            CriminalState.ACQUITTED,
            CriminalState.DISCONTINUED,
            CriminalState.NONE);

    private static Result result(Unit unit) {
        var allegation = unit.allegation();
        var outcome = allegation.misconduct().outcome();
        if (allegation.criminal().beforeACourt()) {
            return Result.COURT;
        }
        boolean dismissed =
                outcome != null && (outcome.isDismissal() || outcome == MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED);
        if (dismissed || unit.employment().leavings().stream().anyMatch(allegation::wasPendingOn)) {
            return Result.LEFT;
        }
        if (outcome != null && outcome.isSanction()) {
            return Result.SANCTIONED;
        }
        if (allegation.pending()) {
            return Result.PENDING;
        }
        var finding = allegation.misconduct().finding();
        boolean misconduct = finding != null && finding != MisconductFinding.NOT_PROVEN;
        boolean upheld = UPHELD.contains(orElse(allegation.handling().finding(), "NONE"));
        return misconduct || upheld ? Result.UPHELD : Result.NO_FURTHER_ACTION;
    }

    private static String orElse(Object value, String none) {
        return value == null ? none : value.toString();
    }
}
