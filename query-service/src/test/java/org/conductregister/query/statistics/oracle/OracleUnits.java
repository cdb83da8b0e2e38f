package org.conductregister.query.statistics.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.statistics.DayRange;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.view.ChangingFindings;

/** The units of a population in the register that an {@link Oracle} has found, described and counted one by one. */
public final class OracleUnits {

    private static final List<String> RESULTS =
            List.of("COURT", "LEFT", "SANCTIONED", "PENDING", "UPHELD", "NO_FURTHER_ACTION");

    private final Map<String, OracleCase> cases;
    private final Map<String, OraclePerson> persons;
    private final Map<String, OracleRecommendation> recommendations;
    private final LocalDate asAt;
    private final Set<String> upheld;

    public OracleUnits(List<RecordedEntry> log, LocalDate asAt, Instant knownAt) {
        var oracle = new Oracle(log, asAt, knownAt);
        this.cases = oracle.cases;
        this.persons = oracle.persons;
        this.recommendations = oracle.recommendations;
        this.asAt = asAt;
        this.upheld = new ChangingFindings().upheldFindings(knownAt);
    }

    /** The case that a member, named as under "member", is or is part of. */
    OracleCase caseOf(String member) {
        return cases.get(member.split("/")[0]);
    }

    public OracleCase.Allegation allegationOf(String member) {
        return caseOf(member).allegations.get(member.split("/")[1]);
    }

    /** Whether whoever an allegation is against left on or after the day of its report. */
    boolean leftSince(String member) {
        return leftSince(allegationOf(member));
    }

    /** Each unit of the population: what names it, under "member", and the value of each dimension. */
    public List<Map<String, Object>> units(Unit unit, Population population) {
        return switch (unit) {
            case ALLEGATIONS -> allegations(population);
            case CASES -> casesOf(population);
            case OFFICERS -> officers(population);
            case REFERRALS -> referrals(population);
            case RESPONSES -> responses(population);
        };
    }

    public Map<List<Object>, Long> count(Unit unit, Population population, List<String> groupBy) {
        var counts = new HashMap<List<Object>, Long>();
        for (var one : units(unit, population)) {
            for (var group : groups(one, groupBy)) {
                counts.merge(group, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The groups that a unit is in: one, but where it has several tags. */
    public static List<List<Object>> groups(Map<String, Object> unit, List<String> groupBy) {
        int tags = groupBy.indexOf("tag");
        var values = new ArrayList<Object>();
        for (var dimension : groupBy) {
            values.add(unit.get(dimension));
        }
        if (tags < 0) {
            return List.of(values);
        }
        var groups = new ArrayList<List<Object>>();
        for (var tag : (List<?>) unit.get("tag")) {
            var group = new ArrayList<>(values);
            group.set(tags, tag);
            groups.add(group);
        }
        return groups;
    }

    private List<Map<String, Object>> allegations(Population population) {
        var found = new ArrayList<Map<String, Object>>();
        for (var c : cases.values()) {
            for (var a : c.allegations.values()) {
                if (isIn(c, a, population) && within(a.reported, population.reported()) && referred(c, population)) {
                    found.add(describe(c, a));
                }
            }
        }
        return found;
    }

    private boolean isIn(OracleCase c, OracleCase.Allegation a, Population population) {
        return isIn(c, population) && passes(c, a, population);
    }

    private boolean isIn(OracleCase c, Population population) {
        return asked(population, Filter.FORCE, c.force)
                && asked(population, Filter.KIND, c.kind)
                && asked(population, Filter.SOURCE, c.source);
    }

    private boolean passes(OracleCase c, OracleCase.Allegation a, Population population) {
        var tags = new HashSet<>(a.tags);
        tags.addAll(c.tags);
        return asked(population, Filter.CATEGORY, a.category)
                && asked(population, Filter.WORKFORCE, workforce(a))
                && tagged(tags, population);
    }

    private static boolean tagged(Set<String> tags, Population population) {
        boolean with = population.of(Filter.TAG).isEmpty();
        for (var tag : tags) {
            with = with || population.of(Filter.TAG).contains(tag);
            if (population.of(Filter.WITHOUT_TAG).contains(tag)) {
                return false;
            }
        }
        return with;
    }

    private static boolean asked(Population population, Filter filter, String word) {
        return population.of(filter).isEmpty() || population.of(filter).contains(word);
    }

    private static boolean within(LocalDate day, DayRange range) {
        return (range.from() == null || !day.isBefore(range.from()))
                && (range.to() == null || !day.isAfter(range.to()));
    }

    private static boolean referred(OracleCase c, Population population) {
        if (population.referred().isAlways()) {
            return true;
        }
        return !c.referrals.isEmpty() && within(c.referrals.get(0).day, population.referred());
    }

    private Map<String, Object> describe(OracleCase c, OracleCase.Allegation a) {
        var is = new LinkedHashMap<String, Object>();
        is.put("member", c.id + "/" + a.id);
        is.put("force", c.force);
        is.put("kind", c.kind);
        is.put("source", c.source);
        is.put("category", a.category);
        is.put("workforce", workforce(a));
        is.put("reportedYear", a.reported.getYear());
        is.put("status", a.pending ? "PENDING" : "CLOSED");
        is.put("finalised", a.finalised());
        is.put("stage", a.stage(c.investigation));
        is.put("severity", a.severity);
        is.put("referral", c.referrals.isEmpty() ? "NOT_REFERRED" : c.latest().state());
        is.put("mode", c.referrals.isEmpty() ? "NONE" : c.latest().mode);
        is.put("misconduct", a.misconduct());
        is.put("criminal", a.criminal);
        is.put("sentence", a.sentence);
        is.put("employment", a.officer == null ? "UNIDENTIFIED" : employment(a.officer));
        is.put("finding", a.finding);
        is.put("outcome", a.outcome);
        is.put("result", result(a));
        is.put("proceedings", a.proceedings != null ? a.proceedings : a.everDecided ? "HELD" : "NONE");
        is.put("regime", c.regime);
        is.put("tag", tags(c, a));
        is.put("reportedFinancialYear", financialYear(a.reported));
        return is;
    }

    private static List<String> tags(OracleCase c, OracleCase.Allegation a) {
        var tags = new TreeSet<String>();
        tags.addAll(a.tags);
        tags.addAll(c.tags);
        return tags.isEmpty() ? List.of("NONE") : List.copyOf(tags);
    }

    private static String financialYear(LocalDate day) {
        int end = day.getMonthValue() < 4 ? day.getYear() : day.getYear() + 1;
        return (end - 1) + "/" + String.valueOf(end).substring(2);
    }

    private String workforce(OracleCase.Allegation a) {
        if (a.workforce != null) {
            return a.workforce;
        }
        var person = a.officer == null ? null : persons.get(a.officer);
        return person == null || person.registered == null ? "UNKNOWN" : person.workforce;
    }

    private String result(OracleCase.Allegation a) {
        if (Set.of("CHARGED", "CONVICTED", "ACQUITTED", "CONVICTION_QUASHED").contains(a.criminal)) {
            return "COURT";
        }
        if (isDismissal(a.outcome) || a.outcome.equals("WOULD_HAVE_BEEN_DISMISSED") || leftWhilePending(a)) {
            return "LEFT";
        }
        var sanctions = Set.of(
                "REDUCTION_IN_RANK",
                "FINAL_WRITTEN_WARNING",
                "WRITTEN_WARNING",
                "MANAGEMENT_ADVICE",
                "REFLECTIVE_PRACTICE");
        if (sanctions.contains(a.outcome)) {
            return "SANCTIONED";
        }
        if (a.pending) {
            return "PENDING";
        }
        return (a.found && !a.notProven) || upheld.contains(a.finding) ? "UPHELD" : "NO_FURTHER_ACTION";
    }

    private static boolean isDismissal(String outcome) {
        return outcome.equals("DISMISSAL_WITHOUT_NOTICE") || outcome.equals("DISMISSAL_WITH_NOTICE");
    }

    private boolean leftWhilePending(OracleCase.Allegation a) {
        if (a.officer == null) {
            return false;
        }
        var days = new ArrayList<>(dismissals(a.officer));
        if (persons.containsKey(a.officer)) {
            days.addAll(persons.get(a.officer).leftDays);
        }
        return days.stream().anyMatch(a::wasPendingOn);
    }

    private boolean leftSince(OracleCase.Allegation a) {
        if (a.officer == null) {
            return false;
        }
        var person = persons.get(a.officer);
        if (person != null && person.left != null && !person.left.isBefore(a.reported)) {
            return true;
        }
        return dismissals(a.officer).stream().anyMatch(day -> !day.isBefore(a.reported));
    }

    /** The days of the dismissals in force against somebody, over all cases. */
    private List<LocalDate> dismissals(String officer) {
        var days = new ArrayList<LocalDate>();
        for (var c : cases.values()) {
            for (var a : c.allegations.values()) {
                if (officer.equals(a.officer) && isDismissal(a.outcome)) {
                    days.add(a.outcomeDay);
                }
            }
        }
        return days;
    }

    private String employment(String officer) {
        var person = persons.getOrDefault(officer, new OraclePerson(false));
        for (var day : dismissals(officer)) {
            boolean goneBefore = person.gone() && !person.left.isAfter(day);
            boolean backSince = person.again != null && person.again.isAfter(day);
            if (!goneBefore && !backSince) {
                return "DISMISSED";
            }
        }
        return person.employment;
    }

    private List<Map<String, Object>> casesOf(Population population) {
        var found = new ArrayList<Map<String, Object>>();
        for (var c : cases.values()) {
            if (isIn(c, population)
                    && someAllegationPasses(c, population)
                    && hasAnother(ofPopulation(c, population), c.allegations.values(), population)
                    && within(c.opened, population.reported())
                    && referred(c, population)) {
                var is = new LinkedHashMap<String, Object>();
                is.put("member", c.id);
                is.put("force", c.force);
                is.put("kind", c.kind);
                is.put("source", c.source);
                is.put("reportedYear", c.opened.getYear());
                is.put("status", c.closed ? "CLOSED" : "PENDING");
                is.put(
                        "finalised",
                        c.closed && c.allegations.values().stream().allMatch(OracleCase.Allegation::finalised));
                is.put(
                        "referral",
                        c.referrals.isEmpty() ? "NOT_REFERRED" : c.latest().state());
                is.put("mode", c.referrals.isEmpty() ? "NONE" : c.latest().mode);
                is.put("allegationCount", c.allegations.size());
                is.put("result", gravestResult(c));
                is.put("employment", gravestEmployment(c));
                is.put("reportedFinancialYear", financialYear(c.opened));
                found.add(is);
            }
        }
        return found;
    }

    private List<OracleCase.Allegation> ofPopulation(OracleCase c, Population population) {
        return c.allegations.values().stream()
                .filter(a -> passes(c, a, population))
                .toList();
    }

    private static boolean hasAnother(
            Collection<OracleCase.Allegation> some, Collection<OracleCase.Allegation> all, Population population) {
        var also = population.of(Filter.ALSO_CATEGORY);
        return also.isEmpty()
                || some.stream()
                        .anyMatch(one -> all.stream().anyMatch(other -> other != one && also.contains(other.category)));
    }

    private String gravestResult(OracleCase c) {
        if (c.allegations.isEmpty()) {
            return c.closed ? "NO_FURTHER_ACTION" : "PENDING";
        }
        return c.allegations.values().stream()
                .map(this::result)
                .min(Comparator.comparingInt(RESULTS::indexOf))
                .orElseThrow();
    }

    private String gravestEmployment(OracleCase c) {
        var order = List.of(
                "DISMISSED",
                "RESIGNED",
                "RETIRED",
                "LEFT_OTHER",
                "SUSPENDED",
                "RESTRICTED_DUTIES",
                "SERVING",
                "UNKNOWN",
                "UNIDENTIFIED");
        return c.allegations.values().stream()
                .map(a -> a.officer == null ? "UNIDENTIFIED" : employment(a.officer))
                .min(Comparator.comparingInt(order::indexOf))
                .orElse("UNIDENTIFIED");
    }

    private boolean someAllegationPasses(OracleCase c, Population population) {
        if (c.allegations.isEmpty()) {
            return population.of(Filter.CATEGORY).isEmpty()
                    && population.of(Filter.WORKFORCE).isEmpty()
                    && tagged(c.tags, population);
        }
        return c.allegations.values().stream().anyMatch(a -> passes(c, a, population));
    }

    private List<Map<String, Object>> referrals(Population population) {
        var found = new ArrayList<Map<String, Object>>();
        for (var c : cases.values()) {
            for (int i = 0; i < c.referrals.size(); i++) {
                var r = c.referrals.get(i);
                if (isIn(c, population)
                        && someAllegationPasses(c, population)
                        && within(c.opened, population.reported())
                        && within(r.day, population.referred())) {
                    var is = new LinkedHashMap<String, Object>();
                    is.put("member", c.id + "/" + (i + 1));
                    is.put("force", c.force);
                    is.put("basis", r.basis);
                    is.put("mode", r.mode);
                    is.put("referral", r.state());
                    is.put("referredYear", r.day.getYear());
                    is.put("referredFinancialYear", financialYear(r.day));
                    found.add(is);
                }
            }
        }
        return found;
    }

    private List<Map<String, Object>> responses(Population population) {
        var found = new ArrayList<Map<String, Object>>();
        recommendations.forEach((id, r) -> {
            for (var force : r.forces) {
                if (asked(population, Filter.FORCE, force) && asked(population, Filter.RECOMMENDATION_ID, id)) {
                    var is = new LinkedHashMap<String, Object>();
                    is.put("member", id + "/" + force);
                    is.put("force", force);
                    is.put("recommendationId", id);
                    is.put("response", r.response(force, asAt));
                    is.put("grade", r.grades.getOrDefault(force, "NOT_GRADED"));
                    found.add(is);
                }
            }
        });
        return found;
    }

    private List<Map<String, Object>> officers(Population population) {
        var accused = new TreeMap<String, List<Map<String, Object>>>();
        var counted = new HashMap<String, List<OracleCase.Allegation>>();
        var all = new HashMap<String, List<OracleCase.Allegation>>();
        for (var c : cases.values()) {
            for (var a : c.allegations.values()) {
                if (a.officer != null) {
                    all.computeIfAbsent(a.officer, id -> new ArrayList<>()).add(a);
                }
                if (a.officer != null
                        && isIn(c, a, population)
                        && within(a.reported, population.reported())
                        && referred(c, population)) {
                    accused.computeIfAbsent(a.officer, id -> new ArrayList<>()).add(ofOfficer(c, a));
                    counted.computeIfAbsent(a.officer, id -> new ArrayList<>()).add(a);
                }
            }
        }
        var found = new ArrayList<Map<String, Object>>();
        accused.keySet().removeIf(id -> !hasAnother(counted.get(id), all.get(id), population));
        accused.forEach((officer, allegations) -> {
            var person = persons.getOrDefault(officer, new OraclePerson(false));
            boolean registered = person.registered != null;
            var is = new LinkedHashMap<String, Object>();
            is.put("member", officer);
            is.put("force", registered ? person.force : first(allegations, "force", List.of()));
            is.put(
                    "workforce",
                    registered
                            ? person.workforce
                            : first(
                                    allegations,
                                    "workforce",
                                    List.of(
                                            "POLICE_OFFICER",
                                            "SPECIAL_CONSTABLE",
                                            "POLICE_STAFF",
                                            "COMMUNITY_SUPPORT_OFFICER",
                                            "CONTRACTOR",
                                            "VOLUNTEER",
                                            "UNKNOWN")));
            is.put("rank", registered ? person.rank : "UNKNOWN");
            is.put("gender", registered ? person.gender : "UNKNOWN");
            is.put("ethnicity", registered ? person.ethnicity : "UNKNOWN");
            is.put("status", first(allegations, "status", List.of("PENDING", "CLOSED")));
            is.put(
                    "stage",
                    first(
                            allegations,
                            "stage",
                            List.of(
                                    "IN_PROCEEDINGS",
                                    "AWAITING_DECISION",
                                    "INVESTIGATING",
                                    "INVESTIGATION_SUSPENDED",
                                    "ASSESSED",
                                    "REPORTED",
                                    "CLOSED")));
            is.put("employment", employment(officer));
            is.put("result", first(allegations, "result", RESULTS));
            is.put(
                    "criminal",
                    first(
                            allegations,
                            "criminal",
                            List.of(
                                    "CONVICTED",
                                    "CHARGED",
                                    "CAUTIONED",
                                    "CONVICTION_QUASHED",
                                    "ACQUITTED",
                                    "DISCONTINUED",
                                    "NONE")));
            is.put(
                    "sentence",
                    first(
                            allegations,
                            "sentence",
                            List.of(
                                    "IMPRISONMENT",
                                    "SUSPENDED_SENTENCE",
                                    "COMMUNITY_ORDER",
                                    "FINE",
                                    "DISCHARGE",
                                    "NONE")));
            is.put(
                    "misconduct",
                    first(
                            allegations,
                            "outcomeOrStep",
                            List.of(
                                    "DISMISSAL_WITHOUT_NOTICE",
                                    "WOULD_HAVE_BEEN_DISMISSED",
                                    "DISMISSAL_WITH_NOTICE",
                                    "REDUCTION_IN_RANK",
                                    "FINAL_WRITTEN_WARNING",
                                    "WRITTEN_WARNING",
                                    "MANAGEMENT_ADVICE",
                                    "REFLECTIVE_PRACTICE",
                                    "APPEALED",
                                    "FINDING_MADE",
                                    "PROCEEDINGS_LISTED",
                                    "CASE_TO_ANSWER",
                                    "NO_ACTION",
                                    "NOT_PROVEN",
                                    "NO_CASE_TO_ANSWER",
                                    "NONE")));
            is.put(
                    "outcome",
                    first(
                            allegations,
                            "outcome",
                            List.of(
                                    "DISMISSAL_WITHOUT_NOTICE",
                                    "WOULD_HAVE_BEEN_DISMISSED",
                                    "DISMISSAL_WITH_NOTICE",
                                    "REDUCTION_IN_RANK",
                                    "FINAL_WRITTEN_WARNING",
                                    "WRITTEN_WARNING",
                                    "MANAGEMENT_ADVICE",
                                    "REFLECTIVE_PRACTICE",
                                    "NO_ACTION",
                                    "NOT_PROVEN",
                                    "NONE")));
            is.put("barred", person.barred);
            is.put("pension", person.pension);
            is.put("allegationCount", allegations.size());
            found.add(is);
        });
        return found;
    }

    private Map<String, Object> ofOfficer(OracleCase c, OracleCase.Allegation a) {
        var is = describe(c, a);
        is.put("outcomeOrStep", a.outcomeOrStep());
        return is;
    }

    /** The first in the order given, or the alphabetically first where none is. */
    private static Object first(List<Map<String, Object>> allegations, String dimension, List<String> order) {
        Comparator<String> by = order.isEmpty() ? Comparator.naturalOrder() : Comparator.comparingInt(order::indexOf);
        return allegations.stream().map(a -> (String) a.get(dimension)).min(by).orElseThrow();
    }
}
