package org.conductregister.query.statistics.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.Workforce;

/** Rates of random headcounts, against an oracle that looks at every headcount for each workforce of each force. */
class RatesPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final List<String> FORCES = List.of("KENT", "ESSEX", "DORSET");
    private static final List<Workforce> WORKFORCES =
            List.of(Workforce.POLICE_OFFICER, Workforce.POLICE_STAFF, Workforce.VOLUNTEER);

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 1_000)
    void aRateIsOfTheLatestHeadcountsOrSaysWhichForcesHaveNone(@ForAll Random random) {
        var headcounts = headcounts(random);
        var asAt = FIRST.plusDays(random.nextInt(12));
        long count = random.nextInt(50);
        boolean byForce = random.nextBoolean();
        boolean byWorkforce = random.nextBoolean();
        var forces = byForce ? List.of(one(FORCES, random)) : some(FORCES, random);
        var workforces = byWorkforce
                ? List.of(one(WORKFORCES, random).name())
                : random.nextBoolean()
                        ? List.<String>of()
                        : some(WORKFORCES.stream().map(Enum::name).toList(), random);
        var population = Population.EVERYTHING;
        if (!byForce) {
            population = population.with(Filter.FORCE, forces.toArray(String[]::new));
        }
        if (!byWorkforce && !workforces.isEmpty()) {
            population = population.with(Filter.WORKFORCE, workforces.toArray(String[]::new));
        }
        var group = new HashMap<String, Object>();
        if (byForce) {
            group.put("force", forces.getFirst());
        }
        if (byWorkforce) {
            group.put("workforce", workforces.getFirst());
        }
        var question = new Question(
                Unit.ALLEGATIONS, population, List.copyOf(group.keySet()), new PointInTime(asAt, PointInTime.NOW));

        Rates.of(question, headcounts).addTo(group, count, asAt);

        var missing = new TreeSet<String>();
        long people = 0;
        for (var force : forces) {
            Long ofForce = people(headcounts, force, workforces, asAt);
            if (ofForce == null) {
                missing.add(force);
            } else {
                people += ofForce;
            }
        }
        assertThat(group.get("headcountMissing")).isEqualTo(missing.isEmpty() ? null : List.copyOf(missing));
        assertThat(group.get("headcount")).isEqualTo(missing.isEmpty() ? people : null);
        assertThat(group.get("rate")).isEqualTo(missing.isEmpty() && people > 0 ? count * 1000.0 / people : null);
    }

    /** Null where one is missing. */
    private static Long people(List<Headcount> headcounts, String force, List<String> workforces, LocalDate asAt) {
        long people = 0;
        boolean any = false;
        for (var workforce : WORKFORCES) {
            Headcount latest = null;
            for (var each : headcounts) {
                if (each.force().equals(force)
                        && each.workforce() == workforce
                        && !each.asAt().isAfter(asAt)
                        && (latest == null || each.asAt().isAfter(latest.asAt()))) {
                    latest = each;
                }
            }
            boolean asked = workforces.isEmpty() || workforces.contains(workforce.name());
            if (asked && latest != null) {
                people += latest.count();
                any = true;
            } else if (asked && !workforces.isEmpty()) {
                return null;
            }
        }
        return any ? people : null;
    }

    private static List<Headcount> headcounts(Random random) {
        var byKey = new HashMap<Map.Entry<String, LocalDate>, Headcount>();
        for (int i = 0; i < 14; i++) {
            var workforce = one(WORKFORCES, random);
            var each = new Headcount(
                    one(FORCES, random), workforce, FIRST.plusDays(random.nextInt(10)), random.nextInt(4));
            byKey.put(Map.entry(each.force() + workforce, each.asAt()), each);
        }
        return new ArrayList<>(byKey.values());
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(List<T> all, Random random) {
        int from = random.nextInt(all.size());
        return all.subList(from, from + 1 + random.nextInt(all.size() - from));
    }
}
