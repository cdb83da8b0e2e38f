package org.conductregister.query.statistics.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationFact;
import org.conductregister.facts.CaseFact.AppealDecided;
import org.conductregister.facts.CaseFact.CaseToAnswerDecided;
import org.conductregister.facts.CaseFact.MisconductFindingMade;
import org.conductregister.facts.CaseFact.MisconductOutcomeImposed;
import org.conductregister.facts.CaseFact.ProceedingsListed;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.AppealResult;

/**
 * Durations and flows found the slow and obvious way, an independent reading of docs/domain.md: the register is made anew for the
 * end of each day, and days are counted one by one.
 */
public final class OracleDurations {

    private static final Set<String> GONE = Set.of("RESIGNED", "RETIRED", "DISMISSED", "LEFT_OTHER");

    /** The bank holidays among the days of a {@link RandomRegister}. */
    private static final Set<LocalDate> BANK_HOLIDAYS =
            Set.of(LocalDate.of(2018, 12, 25), LocalDate.of(2018, 12, 26), LocalDate.of(2019, 1, 1));

    public static final LocalDate FIRST = RandomRegister.FIRST_DAY.minusDays(8);

    private final List<RecordedEntry> log;
    private final Instant knownAt;
    private final Map<LocalDate, OracleUnits> days = new HashMap<>();
    private final Map<LocalDate, Map<Unit, Map<Object, Map<String, Object>>>> described = new HashMap<>();

    public OracleDurations(List<RecordedEntry> log, Instant knownAt) {
        this.log = log;
        this.knownAt = knownAt;
    }

    /** The duration of a member: "ended" or "open" with its days, or "leftOut"; nothing where it has not begun. */
    public record Took(String how, int days) {}

    public Map<List<Object>, List<Took>> durations(Question question, Measure measure) {
        var asAt = question.times().asAt();
        var groups = new HashMap<List<Object>, List<Took>>();
        for (var unit : at(asAt).units(question.unit(), question.population())) {
            var took = took(question.unit(), (String) unit.get("member"), measure, asAt);
            if (took != null) {
                for (var values : OracleUnits.groups(unit, question.groupBy())) {
                    groups.computeIfAbsent(values, key -> new ArrayList<>()).add(took);
                }
            }
        }
        return groups;
    }

    public Took took(Unit unit, String member, Measure measure, LocalDate asAt) {
        var from = day(unit, member, measure.from(), asAt);
        var to = day(unit, member, measure.to(), asAt);
        if (from == null) {
            return null;
        }
        if (measure.to() == Moment.LEFT && goneBefore(member, asAt)) {
            return new Took("leftOut", 0);
        }
        if (to != null && to.isBefore(from)) {
            return new Took("leftOut", 0);
        }
        var end = to == null ? asAt : to;
        int counted = 0;
        for (var day = from.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            counted += counts(unit, member, day, end, measure) ? 1 : 0;
        }
        return new Took(to == null ? "open" : "ended", counted);
    }

    private boolean counts(Unit unit, String member, LocalDate day, LocalDate end, Measure measure) {
        if (measure.clock() == Clock.WORKING
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY
                        || BANK_HOLIDAYS.contains(day))) {
            return false;
        }
        var before = is(unit, member, day.minusDays(1));
        if (before == null) {
            return true;
        }
        if (before.get("status").equals("CLOSED")) {
            for (var later = day; !later.isAfter(end); later = later.plusDays(1)) {
                if (is(unit, member, later).get("status").equals("PENDING")) {
                    return false;
                }
            }
            return true;
        }
        return measure.suspension() == Suspension.INCLUDED
                || !at(day.minusDays(1)).caseOf(member).investigation.equals("SUSPENDED");
    }

    private LocalDate day(Unit unit, String member, Moment moment, LocalDate asAt) {
        var c = at(asAt).caseOf(member);
        return switch (moment) {
            case REPORTED -> unit == Unit.CASES ? c.opened : at(asAt).allegationOf(member).reported;
            case REFERRED -> c.referrals.isEmpty() ? null : c.referrals.get(0).day;
            case DECIDED -> {
                var decided = first(unit, member, asAt, fact -> fact instanceof CaseToAnswerDecided);
                yield decided != null ? decided : first(unit, member, asAt, OracleDurations::hasOutcome);
            }
            case LISTED -> first(unit, member, asAt, fact -> fact instanceof ProceedingsListed);
            case HEARD -> {
                var found = first(unit, member, asAt, fact -> fact instanceof MisconductFindingMade);
                yield found != null ? found : first(unit, member, asAt, OracleDurations::hasOutcome);
            }
            case CLOSED -> since(unit, member, asAt, is -> is.get("status").equals("CLOSED"));
            case FINALISED ->
                since(unit, member, asAt, is -> is.get("finalised").equals(true));
            case LEFT -> goneBefore(member, asAt) ? null : since(unit, member, asAt, this::goneSinceReport);
        };
    }

    private static boolean hasOutcome(Fact fact) {
        return fact instanceof MisconductOutcomeImposed
                || (fact instanceof AllegationClosed closed && closed.outcome() != null)
                || (fact instanceof AppealDecided decided
                        && decided.outcome() != null
                        && decided.result() != AppealResult.DISMISSED);
    }

    /** The first day on which there is such a fact about an allegation, or about any of a case. */
    private LocalDate first(Unit unit, String member, LocalDate asAt, Predicate<Fact> such) {
        var oracle = new Oracle(log, asAt, knownAt);
        var name = member.split("/");
        return oracle.inEffect.stream()
                .filter(one -> one.entry().entry().record().id().equals(name[0]))
                .filter(one -> one.said() instanceof AllegationFact fact
                        && (unit == Unit.CASES || fact.allegationId().value().equals(name[1]))
                        && such.test(fact))
                .map(Oracle.Counting::day)
                .findFirst()
                .orElse(null);
    }

    /** The first of the days up to the last at whose ends something holds without a break. */
    private LocalDate since(Unit unit, String member, LocalDate asAt, Predicate<Map<String, Object>> holds) {
        LocalDate since = null;
        for (var day = asAt; !day.isBefore(FIRST); day = day.minusDays(1)) {
            var is = is(unit, member, day);
            if (is == null || !holds.test(is)) {
                break;
            }
            since = day;
        }
        return since;
    }

    private boolean goneSinceReport(Map<String, Object> is) {
        return GONE.contains(is.get("employment")) && Objects.equals(is.get("leftSinceReport"), true);
    }

    private boolean goneBefore(String member, LocalDate asAt) {
        var is = is(Unit.ALLEGATIONS, member, asAt);
        return GONE.contains(is.get("employment")) && Objects.equals(is.get("leftSinceReport"), false);
    }

    /** A member at the end of a day; null where it is not there. */
    public Map<String, Object> is(Unit unit, String member, LocalDate day) {
        return described
                .computeIfAbsent(day, key -> new HashMap<>())
                .computeIfAbsent(unit, key -> describe(unit, day))
                .get(member);
    }

    private Map<Object, Map<String, Object>> describe(Unit unit, LocalDate day) {
        var byMember = new HashMap<Object, Map<String, Object>>();
        for (var is : at(day).units(unit, Population.EVERYTHING)) {
            var more = new HashMap<>(is);
            if (unit == Unit.ALLEGATIONS) {
                more.put("leftSinceReport", at(day).leftSince((String) is.get("member")));
            }
            byMember.put(is.get("member"), more);
        }
        return byMember;
    }

    public OracleUnits at(LocalDate day) {
        return days.computeIfAbsent(day, key -> new OracleUnits(log, day, knownAt));
    }

    /** R's type 7, by its formula with ranks from 1. */
    public static double quantile(List<Integer> days, double share) {
        var sorted = new ArrayList<>(days);
        Collections.sort(sorted);
        double h = (sorted.size() - 1) * share + 1;
        int below = (int) Math.floor(h);
        double least = sorted.get(below - 1);
        double next = below < sorted.size() ? sorted.get(below) : least;
        return least + (h - below) * (next - least);
    }
}
