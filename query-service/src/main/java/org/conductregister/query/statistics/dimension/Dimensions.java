package org.conductregister.query.statistics.dimension;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.cases.Opening;
import org.conductregister.officers.Listing;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Grade;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Regime;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.MisconductState;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.states.ResponseState;
import org.conductregister.terms.states.Result;
import org.conductregister.terms.states.Stage;

/**
 * The dimensions of each unit, in the order of the contract. A new one is a line here, among the fixed or the changing ones,
 * and needs an entry in the contract and in the definitions; see the package's page.
 */
public final class Dimensions {

    /** The feature that has a set of tags: a dimension of allegations, hidden of others. */
    public static final String TAG = "tag";

    /** The hidden feature of a case that has the set of the {@link AllegationTraits} of its allegations. */
    public static final String TRAITS = "traits";

    /** The hidden feature of a case that has the set of the categories that more than one of its allegations is of. */
    public static final String REPEATED_CATEGORIES = "repeatedCategories";

    /** The hidden feature of allegations and cases that has their {@link Milestones}. */
    public static final String MILESTONES = "milestones";

    /** The hidden feature of allegations and cases that says how often they were reopened. */
    public static final String REOPENINGS = "reopenings";

    /** The dimension that counts the allegations of a case, or those of an officer in the population. */
    public static final String ALLEGATION_COUNT = "allegationCount";

    /** The dimension whose values are stored as {@link StoredResult}. */
    public static final String RESULT = "result";

    private static final String REGISTERED_FORCE = "registeredForce";
    private static final String REGISTERED_WORKFORCE = "registeredWorkforce";
    private static final String OUTCOME_OR_STEP = "outcomeOrStep";
    private static final String RANK = "rank";
    private static final String GENDER = "gender";
    private static final String ETHNICITY = "ethnicity";
    private static final String BARRED = "barred";
    private static final String PENSION = "pension";

    private static final List<String> PROCEEDINGS = Stream.concat(
                    Features.words(ProceedingsKind.class, NoValue.NONE).stream(), Stream.of(AllegationAt.HELD))
            .toList();

    private static final List<String> REGIMES = Stream.concat(
                    Arrays.stream(Regime.values()).map(Regime::code), Stream.of(NoValue.UNKNOWN))
            .toList();

    /** The features of allegations. */
    public static final Features<AllegationAt> OF_ALLEGATIONS = new Features<AllegationAt>()
            .fixed()
            .code("force", a -> a.opening().force().value())
            .word("kind", CaseKind.class, a -> a.opening().kind())
            .word("source", CaseSource.class, a -> a.opening().source())
            .code("category", a -> a.allegation().category().value())
            .word("workforce", NoValue.UNKNOWN, Workforce.class, AllegationAt::workforce)
            .number("reportedYear", a -> a.allegation().reportedOn().getYear())
            .changing()
            .word("status", HandlingStatus.class, a -> a.allegation().handling().status())
            .flag("finalised", a -> a.allegation().finalised())
            .word("stage", Stage.class, a -> a.caseState().stageOf(a.allegation()))
            .word(
                    "severity",
                    "NOT_ASSESSED",
                    Severity.class,
                    a -> a.allegation().handling().severity())
            .word("referral", ReferralState.class, a -> CaseAt.referral(a.caseState()))
            .word("mode", NoValue.NONE, InvestigationMode.class, a -> CaseAt.mode(a.caseState()))
            .word(
                    "misconduct",
                    MisconductState.class,
                    a -> a.allegation().misconduct().state())
            .word(
                    "criminal",
                    CriminalState.class,
                    a -> a.allegation().criminal().state())
            .word(
                    "sentence",
                    NoValue.NONE,
                    Sentence.class,
                    a -> a.allegation().criminal().sentence())
            .word("employment", EmploymentState.class, AllegationAt::employment)
            .code("finding", AllegationAt::finding)
            .word(
                    "outcome",
                    NoValue.NONE,
                    MisconductOutcome.class,
                    a -> a.allegation().misconduct().outcome())
            .word(RESULT, Features.words(Result.class, null), AllegationAt::result)
            .word("proceedings", PROCEEDINGS, AllegationAt::proceedings)
            .fixed()
            .word("regime", REGIMES, a -> regime(a.opening()))
            .codes(TAG, a -> TagSet.of(a.tags()))
            .financialYear("reportedFinancialYear", a -> a.allegation().reportedOn())
            .hidden(
                    REGISTERED_FORCE,
                    a -> a.standing().force() == null
                            ? NoValue.ABSENT
                            : a.standing().force().value())
            .hidden(
                    REGISTERED_WORKFORCE,
                    a -> a.standing().workforce() == null
                            ? NoValue.ABSENT
                            : a.standing().workforce().name())
            .hidden(RANK, a -> a.standing().rank())
            .hidden(GENDER, a -> a.standing().gender())
            .hidden(ETHNICITY, a -> a.standing().ethnicity())
            .changing()
            .hidden(OUTCOME_OR_STEP, AllegationAt::outcomeOrStep)
            .hidden(BARRED, a -> a.standing().listing().name())
            .hidden(PENSION, a -> a.standing().pensionForfeited() ? "FORFEITED" : "KEPT")
            .hidden(MILESTONES, Milestones::of)
            .hidden(REOPENINGS, a -> a.allegation().handling().closings().reopenings());

    /** The features of cases. */
    public static final Features<CaseAt> OF_CASES = new Features<CaseAt>()
            .fixed()
            .code("force", c -> c.opening().force().value())
            .word("kind", CaseKind.class, c -> c.opening().kind())
            .word("source", CaseSource.class, c -> c.opening().source())
            .number("reportedYear", c -> c.opening().openedOn().getYear())
            .changing()
            .word("status", HandlingStatus.class, c -> c.state().status())
            .flag("finalised", c -> c.state().finalised())
            .word("referral", ReferralState.class, c -> CaseAt.referral(c.state()))
            .word("mode", NoValue.NONE, InvestigationMode.class, c -> CaseAt.mode(c.state()))
            .number(ALLEGATION_COUNT, c -> c.state().allegations().size())
            .word(RESULT, Features.words(Result.class, null), CaseAt::result)
            .word("employment", EmploymentState.class, CaseAt::employment)
            .hidden(MILESTONES, Milestones::of)
            .hidden(REOPENINGS, c -> c.state().closings().reopenings())
            .fixed()
            .financialYear("reportedFinancialYear", c -> c.opening().openedOn())
            .hidden(TAG, c -> TagSet.of(c.opening().tags()))
            .hidden(TRAITS, CaseAt::traits)
            .hidden(REPEATED_CATEGORIES, CaseAt::repeatedCategories);

    /** The features of referrals. */
    public static final Features<ReferralAt> OF_REFERRALS = new Features<ReferralAt>()
            .fixed()
            .code("force", r -> r.opening().force().value())
            .word("basis", ReferralBasis.class, r -> r.referral().basis())
            .changing()
            .word(
                    "mode",
                    NoValue.NONE,
                    InvestigationMode.class,
                    r -> r.referral().mode())
            .word("referral", ReferralState.class, r -> r.referral().state())
            .fixed()
            .number("referredYear", r -> r.referral().referredOn().getYear())
            .financialYear("referredFinancialYear", r -> r.referral().referredOn())
            .hidden("kind", r -> r.opening().kind().name())
            .hidden("source", r -> r.opening().source().name())
            .hidden(TAG, r -> TagSet.of(r.opening().tags()))
            .hidden(TRAITS, r -> r.caseAt().traits());

    /** The features of responses. */
    public static final Features<ResponseAt> OF_RESPONSES = new Features<ResponseAt>()
            .fixed()
            .code("force", r -> r.force().value())
            .code("recommendationId", ResponseAt::recommendationId)
            .changing()
            .word("response", ResponseState.class, r -> r.answer().state(r.dueOn(), r.day()))
            .word("grade", "NOT_GRADED", Grade.class, r -> r.answer().grade());

    /** The dimensions of officers, read off the features of their allegations. */
    public static final List<OfficerDimension> OF_OFFICERS = List.of(
            OfficerDimension.code("force", OF_ALLEGATIONS, REGISTERED_FORCE, "force"),
            OfficerDimension.word(
                    "workforce",
                    Features.words(Workforce.class, NoValue.UNKNOWN),
                    OF_ALLEGATIONS,
                    REGISTERED_WORKFORCE,
                    "workforce"),
            OfficerDimension.code("rank", OF_ALLEGATIONS, RANK),
            OfficerDimension.code("gender", OF_ALLEGATIONS, GENDER),
            OfficerDimension.code("ethnicity", OF_ALLEGATIONS, ETHNICITY),
            OfficerDimension.word("status", Features.words(HandlingStatus.class, null), OF_ALLEGATIONS, "status"),
            OfficerDimension.word(
                    "stage",
                    List.of(
                            "IN_PROCEEDINGS",
                            "AWAITING_DECISION",
                            "INVESTIGATING",
                            "INVESTIGATION_SUSPENDED",
                            "ASSESSED",
                            "REPORTED",
                            "CLOSED"),
                    OF_ALLEGATIONS,
                    "stage"),
            OfficerDimension.word(
                    "employment", Features.words(EmploymentState.class, null), OF_ALLEGATIONS, "employment"),
            OfficerDimension.word("result", Features.words(Result.class, null), OF_ALLEGATIONS, "result"),
            OfficerDimension.word(
                    "criminal",
                    List.of(
                            "CONVICTED",
                            "CHARGED",
                            "CAUTIONED",
                            "CONVICTION_QUASHED",
                            "ACQUITTED",
                            "DISCONTINUED",
                            NoValue.NONE),
                    OF_ALLEGATIONS,
                    "criminal"),
            OfficerDimension.word("sentence", Features.words(Sentence.class, NoValue.NONE), OF_ALLEGATIONS, "sentence"),
            OfficerDimension.word(
                    "misconduct", Features.words(MisconductState.class, null), OF_ALLEGATIONS, OUTCOME_OR_STEP),
            OfficerDimension.word(
                    "outcome", Features.words(MisconductOutcome.class, NoValue.NONE), OF_ALLEGATIONS, "outcome"),
            OfficerDimension.word("barred", Features.words(Listing.class, null), OF_ALLEGATIONS, BARRED),
            OfficerDimension.word("pension", List.of("KEPT", "FORFEITED"), OF_ALLEGATIONS, PENSION),
            OfficerDimension.count(ALLEGATION_COUNT));

    private static final Map<Unit, List<Dimension>> BY_UNIT = new EnumMap<>(Unit.class);

    /** The names of the dimensions of which one member can have several values, by unit. */
    private static final Map<Unit, List<String>> OVERLAPPING = new EnumMap<>(Unit.class);

    static {
        for (var unit : Unit.values()) {
            var dimensions = unit == Unit.OFFICERS
                    ? OF_OFFICERS.stream().map(OfficerDimension::dimension).toList()
                    : features(unit).dimensions();
            BY_UNIT.put(unit, dimensions);
            OVERLAPPING.put(
                    unit,
                    dimensions.stream()
                            .filter(Dimension::severalHold)
                            .map(Dimension::name)
                            .toList());
        }
    }

    private Dimensions() {}

    private static String regime(Opening opening) {
        return opening.regime() == null ? NoValue.UNKNOWN : opening.regime().code();
    }

    /** The dimensions that a unit can be grouped by, in the order of the contract. */
    public static List<Dimension> of(Unit unit) {
        return requireNonNull(BY_UNIT.get(unit));
    }

    /**
     * Returns those of some dimensions of a unit of which one member can have several values. O(names), and nothing is made where
     * there are none, for every answer asks.
     */
    public static List<String> overlapping(Unit unit, List<String> names) {
        var several = requireNonNull(OVERLAPPING.get(unit));
        return areAnyOf(several, names)
                ? several.stream().filter(names::contains).toList()
                : List.of();
    }

    private static boolean areAnyOf(List<String> several, List<String> names) {
        for (int i = 0; i < several.size(); i++) {
            if (names.contains(several.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The features of the members of a unit; those of allegations for officers, who are counted from them. */
    public static Features<?> features(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, OFFICERS -> OF_ALLEGATIONS;
            case CASES -> OF_CASES;
            case REFERRALS -> OF_REFERRALS;
            case RESPONSES -> OF_RESPONSES;
        };
    }
}
