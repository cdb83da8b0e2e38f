package org.conductregister.query.statistics.rates;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Question;
import org.jspecify.annotations.Nullable;

/**
 * The rates of groups per 1,000 people whom forces employ: with {@code per=1000_STAFF} each group has the headcount that it is of and
 * the rate. The headcount of a force and a workforce is the latest one of a day up to that of the count, as known at its instant. A group
 * has neither where a headcount is missing, of one of its forces or of a workforce that is asked for by name: it has the codes of
 * these forces under {@value #MISSING} instead.
 */
public final class Rates {

    /** The parameter that asks for rates. */
    public static final String PARAMETER = "per";

    /** Its one value. */
    public static final String STAFF = "1000_STAFF";

    /** The field of a group that says of which forces a headcount is missing. */
    public static final String MISSING = "headcountMissing";

    /** No rates. */
    public static final Rates NONE = new Rates(null, List.of());

    private static final double PER = 1_000;

    private final @Nullable Question question;

    /** By force and workforce, then by day. */
    private final Map<String, Map<String, NavigableMap<LocalDate, Integer>>> known;

    private Rates(@Nullable Question question, List<Headcount> known) {
        this.question = question;
        this.known = new HashMap<>();
        for (var each : known) {
            this.known
                    .computeIfAbsent(each.force(), force -> new HashMap<>())
                    .computeIfAbsent(each.workforce().name(), workforce -> new TreeMap<>())
                    .put(each.asAt(), each.count());
        }
    }

    /** Whether rates are asked for; a fault where it is not said of which forces. */
    public static boolean asked(Parameters parameters, Question question) {
        var per = parameters.text(PARAMETER);
        if (per == null) {
            return false;
        }
        if (!per.equals(STAFF)) {
            parameters.fault(PARAMETER, "must be " + STAFF);
        } else if (!question.groupBy().contains("force")
                && question.population().of(Filter.FORCE).isEmpty()) {
            parameters.fault(PARAMETER, "needs forces: group by force, or limit to some");
        }
        return true;
    }

    /** The rates of a question, of what is known at its instant. */
    public static Rates of(Question question, Headcounts headcounts) {
        return of(question, headcounts.knownAt(question.times().knownAt()));
    }

    /** The rates of a question, of these headcounts. */
    static Rates of(Question question, List<Headcount> known) {
        return new Rates(question, known);
    }

    /** Whether rates are given at all. */
    public boolean areGiven() {
        return question != null;
    }

    /** Whether any headcount is known at all. */
    public boolean haveHeadcounts() {
        return !known.isEmpty();
    }

    /** Adds headcount and rate to a group that has them, or of which forces the headcount is missing. */
    public void addTo(Map<String, Object> group, long count, LocalDate asAt) {
        if (question == null) {
            return;
        }
        var missing = new TreeSet<String>();
        long people = people(question, group, asAt, missing);
        if (!missing.isEmpty()) {
            group.put(MISSING, List.copyOf(missing));
            return;
        }
        group.put("headcount", people);
        if (people > 0) {
            group.put("rate", count * PER / people);
        }
    }

    /** @param missing is told the forces of which a headcount is missing */
    private long people(Question asked, Map<String, Object> group, LocalDate asAt, Set<String> missing) {
        Collection<String> forces = group.containsKey("force")
                ? List.of(group.get("force").toString())
                : asked.population().of(Filter.FORCE);
        var named = group.containsKey("workforce")
                ? Set.of(group.get("workforce").toString())
                : asked.population().of(Filter.WORKFORCE);
        long people = 0;
        for (var force : forces) {
            var latest = latest(force, asAt);
            var counted = named.isEmpty() ? latest.keySet() : named;
            if (counted.isEmpty() || !latest.keySet().containsAll(counted)) {
                missing.add(force);
                continue;
            }
            people += counted.stream().mapToLong(latest::get).sum();
        }
        return people;
    }

    /** By workforce. */
    private Map<String, Integer> latest(String force, LocalDate asAt) {
        var latest = new HashMap<String, Integer>();
        known.getOrDefault(force, Map.of()).forEach((workforce, byDay) -> {
            var last = byDay.floorEntry(asAt);
            if (last != null) {
                latest.put(workforce, last.getValue());
            }
        });
        return latest;
    }
}
