package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Twenty years of a register with late entries: more than a few chunks of rows, so that some can be passed over. */
class LargeRegisterTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
    private static final int DAYS = 7_000;
    private static final int CASES = 14_000;
    private static final List<String> FORCES = List.of("DORSET", "KENT", "WILTSHIRE");
    private static final StatisticsView STATISTICS = new StatisticsView(ListsAsKnown.unchanged(Set.of()));

    private static final AllegationId FIRST = new AllegationId("A1");
    private static int entries;

    private static final Random RANDOM = new Random(5);

    /** An entry with its place in the order of logging. */
    private record Logged(int order, Entry entry) {}

    @BeforeAll
    static void logTwentyYears() {
        var random = new Random(4);
        var log = new ArrayList<Logged>();
        for (int i = 0; i < CASES; i++) {
            var record = new RecordId(RecordKind.CASE, "C" + i);
            var day = FIRST_DAY.plusDays((long) DAYS * i / CASES);
            var reported = random.nextInt(30) == 0 ? day.minusDays(random.nextInt(3_000)) : day;
            var tags = random.nextInt(4) == 0 ? Tags.of("VAWG") : null;
            var source = random.nextBoolean() ? CaseSource.POLICE : CaseSource.PUBLIC;
            var force = new ForceCode(FORCES.get(random.nextInt(FORCES.size())));
            var category = new CategoryCode(random.nextBoolean() ? "RAPE" : "STALKING");
            log.add(logged(
                    i, record, new CaseOpened(reported, force, CaseKind.CONDUCT, source, null, null, tags, null)));
            log.add(logged(i, record, new AllegationReported(reported, FIRST, category, null, null, tags, null, null)));
            if (random.nextInt(5) > 0) {
                var closed = new NoFurtherActionTaken(reported.plusDays(random.nextInt(900)), FIRST, null);
                log.add(logged(i + random.nextInt(2_000), record, closed));
            }
        }
        log.sort(Comparator.comparingInt(Logged::order));
        for (int i = 0; i < log.size(); i++) {
            STATISTICS.apply(new RecordedEntry(
                    i + 1L, at(i), "handler", "correlation", log.get(i).entry()));
        }
        STATISTICS.commit(log.size(), at(log.size()));
        entries = log.size();
    }

    private static Logged logged(int order, RecordId record, Fact fact) {
        return new Logged(order, new Entry(EntryId.random(), record, fact));
    }

    private static Instant at(int order) {
        return Instant.EPOCH.plusSeconds(order);
    }

    @RepeatedTest(40)
    void whatIsCountedFromRowsIsWhatIsKeptReady() {
        var times = anyTimes();
        for (var kept : List.of(List.of("status"), List.of("force", "status"), List.of("category", "status"))) {
            var finer = new ArrayList<>(kept);
            finer.addAll(List.of("kind", "source"));

            assertThat(counts(Population.EVERYTHING, finer, kept.size(), times))
                    .as("%s %s", kept, times)
                    .isEqualTo(counts(Population.EVERYTHING, kept, kept.size(), times));
        }
    }

    @RepeatedTest(40)
    void stretchesOfDaysAddUpToAllDays() {
        var times = anyTimes();
        var groupBy = List.of("force", "source", "status");
        var without = Population.EVERYTHING.with(Filter.WITHOUT_TAG, "VAWG");
        var sum = new HashMap<List<Object>, Long>();
        var from = FIRST_DAY.minusDays(4_000);
        while (from.isBefore(FIRST_DAY.plusDays(DAYS + 1))) {
            var to = from.plusDays(RANDOM.nextInt(3_000));
            var stretch = without.reported(from, to);
            var counts = counts(stretch, groupBy, 3, times);
            counts.forEach((values, count) -> sum.merge(values, count, Long::sum));
            assertThat(membersOf(stretch, times)).isEqualTo(total(counts));
            from = to.plusDays(1);
        }

        assertThat(sum).as("%s", times).isEqualTo(counts(without, groupBy, 3, times));
    }

    @RepeatedTest(40)
    void aPageOfTheLatestIsTheSameWhetherAllAreLookedAtOrNot() {
        var question =
                new Question(Unit.CASES, Population.EVERYTHING.with(Filter.SOURCE, "POLICE"), List.of(), anyTimes());
        int offset = RANDOM.nextInt(CASES / 2);

        assertThat(STATISTICS.members(question, latest(Listing.EVERY_RECORD, offset)))
                .as("%s from %d", question, offset)
                .isEqualTo(STATISTICS.members(question, latest(record -> true, offset)));
    }

    private static Listing latest(Predicate<String> records, int offset) {
        return new Listing(Map.of(), records, Listing.Order.LATEST_REPORTED_FIRST, offset, 25);
    }

    private PointInTime anyTimes() {
        var asAt = FIRST_DAY.plusDays(RANDOM.nextInt(DAYS + 1_000));
        return new PointInTime(asAt, RANDOM.nextInt(4) == 0 ? PointInTime.NOW : at(RANDOM.nextInt(entries)));
    }

    /** By the first so many of the values grouped by. */
    private static Map<List<Object>, Long> counts(
            Population population, List<String> groupBy, int values, PointInTime times) {
        var counts = new HashMap<List<Object>, Long>();
        for (var group : STATISTICS
                .count(new Question(Unit.ALLEGATIONS, population, groupBy, times))
                .groups()) {
            counts.merge(group.values().subList(0, values), group.count(), Long::sum);
        }
        return counts;
    }

    private static long total(Map<List<Object>, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private static long membersOf(Population population, PointInTime times) {
        var question = new Question(Unit.ALLEGATIONS, population, List.of(), times);
        return STATISTICS.members(question, Listing.page(Map.of(), 0, 1)).total();
    }
}
