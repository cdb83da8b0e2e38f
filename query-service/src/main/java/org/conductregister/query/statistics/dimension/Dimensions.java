package org.conductregister.query.statistics.dimension;

import java.util.List;
import org.conductregister.officers.Listing;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.CriminalState;
import org.conductregister.terms.EmploymentState;
import org.conductregister.terms.Grade;
import org.conductregister.terms.HandlingStatus;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.MisconductState;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.ReferralState;
import org.conductregister.terms.ResponseState;
import org.conductregister.terms.Result;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Stage;
import org.conductregister.terms.Workforce;

/** The dimensions of each unit, in the order of the contract. A new one is a line here, where the lasting or the moving are. */
public final class Dimensions {

    /** Names of what filters read and nobody groups by. */
    public static final String TAGS = "tags";

    public static final String PROFILES = "profiles";

    static final String NONE = "NONE";
    static final String UNKNOWN = "UNKNOWN";

    /** Of a hidden feature without a value: no code or word is spelt so. */
    public static final String ABSENT = "";

    private static final String REGISTERED_FORCE = "registeredForce";
    private static final String REGISTERED_WORKFORCE = "registeredWorkforce";
    private static final String BARRED = "barred";
    private static final String PENSION = "pension";

    public static final Features<AllegationAt> OF_ALLEGATIONS = new Features<AllegationAt>()
            .lasting()
            .code("force", a -> a.opening().force().value())
            .word("kind", CaseKind.class, a -> a.opening().kind())
            .word("source", CaseSource.class, a -> a.opening().source())
            .code("category", a -> a.allegation().category().value())
            .word("workforce", UNKNOWN, Workforce.class, AllegationAt::workforce)
            .number("reportedYear", a -> a.allegation().reportedOn().getYear())
            .moving()
            .word("status", HandlingStatus.class, a -> a.allegation().handling().status())
            .flag("finalised", a -> a.allegation().finalised())
            .word("stage", Stage.class, a -> a.of().stageOf(a.allegation()))
            .word(
                    "severity",
                    "NOT_ASSESSED",
                    Severity.class,
                    a -> a.allegation().handling().severity())
            .word("referral", ReferralState.class, a -> CaseAt.referral(a.of()))
            .word("mode", NONE, InvestigationMode.class, a -> CaseAt.mode(a.of()))
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
                    NONE,
                    Sentence.class,
                    a -> a.allegation().criminal().sentence())
            .word("employment", EmploymentState.class, AllegationAt::employment)
            .code("finding", AllegationAt::finding)
            .word(
                    "outcome",
                    NONE,
                    MisconductOutcome.class,
                    a -> a.allegation().misconduct().outcome())
            .word("result", Result.class, AllegationAt::result)
            .lasting()
            .hidden(TAGS, a -> TagSet.of(a.tags()))
            .hidden(
                    REGISTERED_FORCE,
                    a -> a.standing().force() == null
                            ? ABSENT
                            : a.standing().force().value())
            .hidden(
                    REGISTERED_WORKFORCE,
                    a -> a.standing().workforce() == null
                            ? ABSENT
                            : a.standing().workforce().name())
            .moving()
            .hidden(BARRED, a -> a.standing().listing().name())
            .hidden(PENSION, a -> a.standing().pensionForfeited() ? "FORFEITED" : "KEPT");

    public static final Features<CaseAt> OF_CASES = new Features<CaseAt>()
            .lasting()
            .code("force", c -> c.opening().force().value())
            .word("kind", CaseKind.class, c -> c.opening().kind())
            .word("source", CaseSource.class, c -> c.opening().source())
            .number("reportedYear", c -> c.opening().openedOn().getYear())
            .moving()
            .word("status", HandlingStatus.class, c -> c.state().status())
            .flag("finalised", c -> c.state().finalised())
            .word("referral", ReferralState.class, c -> CaseAt.referral(c.state()))
            .word("mode", NONE, InvestigationMode.class, c -> CaseAt.mode(c.state()))
            .number("allegationCount", c -> c.state().allegations().size())
            .lasting()
            .hidden(TAGS, c -> TagSet.of(c.opening().tags()))
            .hidden(PROFILES, CaseAt::profiles);

    public static final Features<ReferralAt> OF_REFERRALS = new Features<ReferralAt>()
            .lasting()
            .code("force", r -> r.opening().force().value())
            .word("basis", ReferralBasis.class, r -> r.referral().basis())
            .moving()
            .word("mode", NONE, InvestigationMode.class, r -> r.referral().mode())
            .word("referral", ReferralState.class, r -> r.referral().state())
            .lasting()
            .number("referredYear", r -> r.referral().referredOn().getYear())
            .hidden("kind", r -> r.opening().kind().name())
            .hidden("source", r -> r.opening().source().name())
            .hidden(TAGS, r -> TagSet.of(r.opening().tags()))
            .hidden(PROFILES, r -> r.of().profiles());

    public static final Features<ResponseAt> OF_RESPONSES = new Features<ResponseAt>()
            .lasting()
            .code("force", r -> r.force().value())
            .code("recommendationId", ResponseAt::recommendationId)
            .moving()
            .word("response", ResponseState.class, r -> r.answer().state(r.dueOn(), r.day()))
            .word("grade", "NOT_GRADED", Grade.class, r -> r.answer().grade());

    /** Of a person, read off the cells of their allegations. */
    public static final List<OfficerDimension> OF_OFFICERS = List.of(
            OfficerDimension.code("force", REGISTERED_FORCE, "force"),
            OfficerDimension.word(
                    "workforce", Features.words(Workforce.class, UNKNOWN), REGISTERED_WORKFORCE, "workforce"),
            OfficerDimension.word("status", Features.words(HandlingStatus.class, null), "status"),
            OfficerDimension.word("employment", Features.words(EmploymentState.class, null), "employment"),
            OfficerDimension.word("result", Features.words(Result.class, null), "result"),
            OfficerDimension.word(
                    "criminal",
                    List.of(
                            "CONVICTED",
                            "CHARGED",
                            "CAUTIONED",
                            "CONVICTION_QUASHED",
                            "ACQUITTED",
                            "DISCONTINUED",
                            NONE),
                    "criminal"),
            OfficerDimension.word("sentence", Features.words(Sentence.class, NONE), "sentence"),
            OfficerDimension.word("misconduct", Features.words(MisconductState.class, null), "misconduct"),
            OfficerDimension.word("barred", Features.words(Listing.class, null), BARRED),
            OfficerDimension.word("pension", List.of("KEPT", "FORFEITED"), PENSION));

    private Dimensions() {}

    public static List<Dimension> of(Unit unit) {
        return unit == Unit.OFFICERS
                ? OF_OFFICERS.stream().map(OfficerDimension::dimension).toList()
                : features(unit).dimensions();
    }

    /** What the cells of a unit hold; those of officers are the cells of their allegations. */
    public static Features<?> features(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, OFFICERS -> OF_ALLEGATIONS;
            case CASES -> OF_CASES;
            case REFERRALS -> OF_REFERRALS;
            case RESPONSES -> OF_RESPONSES;
        };
    }
}
