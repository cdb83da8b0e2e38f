package org.conductregister.query.statistics.benchmark.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.cases.Referral;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.MisconductState;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.states.Result;
import org.conductregister.terms.states.Stage;

/** A dimension of allegations; a database has a column of small numbers for it, each of which stands for a word. */
public enum Column {
    FORCE(words(Vocabulary.FORCES), u -> u.of().opening().force()),
    KIND(words(CaseKind.values()), u -> u.of().opening().kind()),
    SOURCE(words(CaseSource.values()), u -> u.of().opening().source()),
    CATEGORY(words(Vocabulary.CATEGORIES), u -> u.allegation().category()),
    WORKFORCE(words(Workforce.values(), "UNKNOWN"), Column::workforce),
    REPORTED_YEAR(List.of(), u -> u.allegation().reportedOn().getYear()),
    STATUS(words(HandlingStatus.values()), u -> u.allegation().handling().status()),
    FINALISED(List.of("false", "true"), u -> u.allegation().finalised()),
    STAGE(words(Stage.values()), u -> u.of().stageOf(u.allegation())),
    SEVERITY(
            words(Severity.values(), "NOT_ASSESSED"),
            u -> or(u.allegation().handling().severity(), "NOT_ASSESSED")),
    REFERRAL(
            words(ReferralState.values()),
            u -> u.of().latestReferral().map(Referral::state).orElse(ReferralState.NOT_REFERRED)),
    MODE(
            words(InvestigationMode.values(), "NONE"),
            u -> or(u.of().latestReferral().map(Referral::mode).orElse(null), "NONE")),
    MISCONDUCT(words(MisconductState.values()), u -> u.allegation().misconduct().state()),
    CRIMINAL(words(CriminalState.values()), u -> u.allegation().criminal().state()),
    SENTENCE(words(Sentence.values(), "NONE"), u -> or(u.allegation().criminal().sentence(), "NONE")),
    EMPLOYMENT(
            words(EmploymentState.values()),
            u -> u.employment() == null
                    ? EmploymentState.UNIDENTIFIED
                    : u.employment().state()),
    FINDING(findings(), u -> or(u.allegation().handling().finding(), "NONE")),
    OUTCOME(
            words(MisconductOutcome.values(), "NONE"),
            u -> or(u.allegation().misconduct().outcome(), "NONE")),
    RESULT(
            words(Result.values()),
            u -> u.allegation()
                    .result(u.employment() == null ? List.of() : u.employment().leavings(), finding -> false));

    private final List<String> words;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Function<UnitAt, Object> reader;

    Column(List<String> words, Function<UnitAt, Object> reader) {
        this.words = words;
        words.forEach(word -> codes.put(word, codes.size()));
        this.reader = reader;
    }

    /** As the statistics name it. */
    public String dimension() {
        return this == REPORTED_YEAR ? "reportedYear" : sqlName();
    }

    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word(int code) {
        return words.isEmpty() ? String.valueOf(code) : words.get(code);
    }

    int codeOf(UnitAt unit) {
        var value = reader.apply(unit);
        if (value instanceof Integer number) {
            return number;
        }
        var code = codes.get(value instanceof Enum<?> word ? word.name() : value.toString());
        if (code == null) {
            throw new IllegalStateException(this + " has no word " + value);
        }
        return code;
    }

    private static Object workforce(UnitAt unit) {
        if (unit.allegation().workforce() != null) {
            return unit.allegation().workforce();
        }
        return unit.officer() != null && unit.officer().registered()
                ? unit.officer().workforce()
                : "UNKNOWN";
    }

    private static Object or(Object value, String absent) {
        return value == null ? absent : value;
    }

    private static List<String> findings() {
        return words(words(MisconductFinding.values(), "NONE"), words(Vocabulary.FINDINGS));
    }

    private static List<String> words(List<String> some, List<String> more) {
        var both = new ArrayList<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    private static List<String> words(List<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.toUnmodifiableList());
    }

    private static List<String> words(Enum<?>[] constants, String... others) {
        return words(Arrays.stream(constants).map(Enum::name).toList(), List.of(others));
    }
}
